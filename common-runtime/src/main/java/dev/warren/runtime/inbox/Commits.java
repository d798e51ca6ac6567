package dev.warren.runtime.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Acknowledges records by where they stood: who has many under way need not keep each of them whole for that. */
@ApplicationScoped
public class Commits {
    private final Map<String, ContiguousCommit> channels = new ConcurrentHashMap<>();

    void register(String channel, ContiguousCommit commit) {
        channels.put(channel, commit);
    }

    /** What acknowledges the message of a single record. It keeps neither its content nor its headers, if it came from Kafka. */
    public Supplier<Uni<Void>> of(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .flatMap(metadata -> Optional.ofNullable(channels.get(metadata.getChannel()))
                        .map(commit ->
                                place(commit, metadata.getTopic(), metadata.getPartition(), metadata.getOffset())))
                .orElse(() -> Uni.createFrom().completionStage(message::ack));
    }

    private static Supplier<Uni<Void>> place(ContiguousCommit commit, String topic, int partition, long offset) {
        var place = new TopicPartition(topic, partition);
        return () -> Uni.createFrom().voidItem().invoke(() -> commit.done(place, offset));
    }
}
