package dev.warren.gateway.outbound.sending;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.runtime.inbox.Commits;
import dev.warren.runtime.trouble.DeadLetters;
import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.topics.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes records from their topic: what a replay made is dropped, what cannot be read or done is put aside, what is of the future is
 * passed over. A record is acknowledged when its work has ended; what comes after it need not wait for that.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final OutboundLoop loop;
    private final Commits commits;

    Intake(EventCodec codec, DeadLetters deadLetters, MeterRegistry meters, OutboundLoop loop, Commits commits) {
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.loop = loop;
        this.commits = commits;
    }

    /**
     * Takes one record.
     *
     * @param window how many records are under way at once
     * @param begin puts the work into its lane; what it gives completes when the work has ended
     * @return completes when the next record may come
     */
    public <P> Uni<Void> take(
            Message<byte[]> message, Topic<P> topic, Window window, Function<Received<P>, Uni<Void>> begin) {
        return take(message, topic, window, (received, kept) -> begin.apply(received));
    }

    /**
     * Takes one record that may wait for long, so that only its bytes should be kept.
     *
     * @param begin puts the work into its lane; it gets what the record says now, and the record to keep
     */
    public <P> Uni<Void> take(
            Message<byte[]> message, Topic<P> topic, Window window, BiFunction<Received<P>, Kept<P>, Uni<Void>> begin) {
        ConsumerRecord<String, byte[]> record = record(message);
        if (EventCodec.isReplayed(record)) {
            drop(topic, "replay");
            return acknowledge(message);
        }
        Received<P> received;
        try {
            received = codec.decode(topic, record);
        } catch (UnreadableRecord unreadable) {
            return deadLetters.put(topic, record, unreadable, 1).chain(() -> acknowledge(message));
        }
        if (received.event().payload() instanceof UnknownType) {
            drop(topic, "unknown-type");
            return acknowledge(message);
        }
        var kept = new Kept<>(codec, topic, record);
        var done = commits.of(message);
        return Uni.createFrom()
                .emitter(emitter ->
                        loop.execute(() -> window.enter().subscribe().with(entered -> {
                            emitter.complete(null);
                            started(begin, received, kept)
                                    .onFailure()
                                    .recoverWithUni(failure -> deadLetters.put(topic, kept.record(), failure, 1))
                                    .emitOn(loop)
                                    .eventually(window::leave)
                                    .chain(() -> done.get())
                                    .subscribe()
                                    .with(
                                            acknowledged -> {},
                                            failure -> LOG.errorf(failure, "record not acknowledged topic=%s", topic));
                        })));
    }

    /** Begins at once, so that nothing that waits holds on to what was read. */
    private static <P> Uni<Void> started(
            BiFunction<Received<P>, Kept<P>, Uni<Void>> begin, Received<P> received, Kept<P> kept) {
        try {
            return begin.apply(received, kept);
        } catch (RuntimeException failure) {
            return Uni.createFrom().failure(failure);
        }
    }

    private void drop(Topic<?> topic, String reason) {
        meters.counter("warren.outbound.dropped", "topic", topic.name(), "reason", reason)
                .increment();
    }

    private static Uni<Void> acknowledge(Message<byte[]> message) {
        return Uni.createFrom().completionStage(message::ack);
    }

    @SuppressWarnings("unchecked") // the connector gives the record that it made from these deserializers
    private static ConsumerRecord<String, byte[]> record(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> (ConsumerRecord<String, byte[]>) metadata.getRecord())
                .orElseThrow(() -> new IllegalStateException("message must come from Kafka"));
    }
}
