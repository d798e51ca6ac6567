package dev.warren.runtime.events;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.trouble.Conditions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Reads all {@link FollowedTopic}s with one consumer, by assignment and without a group. */
@ApplicationScoped
public class FollowedTopics {
    private static final Logger LOG = Logger.getLogger(FollowedTopics.class);
    private static final String NAME = "kafka";
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, List<FollowedTopic<?>>> followed;
    private final Map<String, Object> kafka;
    private final EventCodec codec;
    private final RuntimeConfig config;
    private final Conditions conditions;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final Thread reader =
            Thread.ofPlatform().name("followed-topics").daemon().unstarted(this::run);
    private volatile boolean stopped;

    FollowedTopics(
            @Any Instance<FollowedTopic<?>> followed,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventCodec codec,
            RuntimeConfig config,
            Conditions conditions) {
        this.followed = followed.stream()
                .collect(Collectors.groupingBy(topic -> topic.topic().name()));
        this.kafka = kafka;
        this.codec = codec;
        this.config = config;
        this.conditions = conditions;
    }

    /** Completes when each topic was read up to where it ended at the start; at once from then on. */
    public Uni<Void> whenCaughtUp() {
        return Uni.createFrom().completionStage(() -> caughtUp);
    }

    void start(@Observes StartupEvent event) {
        if (config.train()) {
            return;
        }
        if (followed.isEmpty()) {
            caughtUp.complete(null);
            return;
        }
        conditions.away(NAME, "topics not read yet");
        reader.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        reader.interrupt();
        caughtUp.completeExceptionally(new CancellationException("the service stops"));
    }

    private void run() {
        while (!stopped) {
            try (var consumer = new KafkaConsumer<String, byte[]>(properties())) {
                follow(consumer);
            } catch (InterruptException | WakeupException e) {
                return;
            } catch (KafkaException failure) {
                conditions.away(NAME, String.valueOf(failure.getMessage()));
            }
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                config.records().longestPause().toMillis());
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return properties;
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!stopped) {
            for (var record : consumer.poll(POLL)) {
                tell(record);
            }
            if (!caughtUp.isDone()
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                conditions.there(NAME);
                caughtUp.complete(null);
            }
        }
    }

    private Collection<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return followed.keySet().stream()
                .flatMap(topic -> {
                    var found = consumer.partitionsFor(topic);
                    if (found == null || found.isEmpty()) {
                        throw new KafkaException("topic is not there: " + topic);
                    }
                    return found.stream().map(info -> new TopicPartition(topic, info.partition()));
                })
                .toList();
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        followed.getOrDefault(record.topic(), List.of()).forEach(topic -> tell(topic, record));
    }

    private <P> void tell(FollowedTopic<P> topic, ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                topic.removed(record.key());
            } else {
                topic.accept(codec.decode(topic.topic(), record));
            }
        } catch (UnreadableRecord e) {
            LOG.errorf(
                    "record passed over topic=%s partition=%d offset=%d",
                    record.topic(), record.partition(), record.offset());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "view failed topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }
}
