package dev.warren.runtime.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Two producers: one for what somebody waits for, which sends at once, and one for dense streams, which gathers. Each sends on a
 * thread of its own, since it blocks while the broker is away. Safe for all threads.
 */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {
    /** How long one call waits for a topic or for room before it says that it waits; it goes on waiting. */
    private static final int SAY_SO_AFTER_MILLIS = 3_000;

    /** Calls that may wait for each of the two threads. */
    private static final int QUEUE = 10_000;

    private static final Set<String> DENSE = Stream.of(
                    Topics.MESSAGES, Topics.FACTS, Topics.MEMBERS, Topics.REACTIONS, Topics.VOICE, Topics.DECISIONS)
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final EventCodec codec;
    private final Optional<String> replayId;
    private final Lane quick;
    private final Lane dense;
    private final MeterRegistry meters;
    private final Map<String, Counter> published = new ConcurrentHashMap<>();

    /**
     * @param kafka client properties, {@code bootstrap.servers} above all
     * @param replayId stamped on every record that is sent; never on what is stored
     * @param denseLingerMillis how long dense records wait for company
     * @param bufferBytes for each of the two producers
     */
    public KafkaEventPublisher(
            Map<String, Object> kafka,
            EventCodec codec,
            Optional<String> replayId,
            long denseLingerMillis,
            long bufferBytes,
            MeterRegistry meters) {
        this(kafka, codec, replayId, denseLingerMillis, bufferBytes, meters, BrokerWatch.none());
    }

    /** @param watch is told when a topic, or the broker, is missing */
    public KafkaEventPublisher(
            Map<String, Object> kafka,
            EventCodec codec,
            Optional<String> replayId,
            long denseLingerMillis,
            long bufferBytes,
            MeterRegistry meters,
            BrokerWatch watch) {
        this.codec = codec;
        this.replayId = replayId;
        this.quick = new Lane("quick", properties(kafka, 0, 16_384, bufferBytes), QUEUE, watch);
        this.dense = new Lane("dense", properties(kafka, denseLingerMillis, 131_072, bufferBytes), QUEUE, watch);
        this.meters = meters;
    }

    private static Map<String, Object> properties(Map<String, Object> kafka, long linger, int batch, long buffer) {
        var properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, batch);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, buffer);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SAY_SO_AFTER_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return properties;
    }

    @Override
    public Uni<Void> publish(List<Outgoing<?>> events, Optional<String> traceParent) {
        return publishEncoded(
                events.stream().map(event -> codec.encode(event, traceParent)).toList());
    }

    /** Takes an event on the calling thread, which blocks while the buffer is full: for a thread that exists to publish. */
    public void send(Outgoing<?> event, Optional<String> traceParent, Acknowledgement done) {
        ProducerRecord<String, byte[]> encoded;
        try {
            encoded = codec.encode(event, traceParent);
        } catch (RuntimeException e) {
            done.accept(Optional.of(e));
            return;
        }
        send(encoded, done);
    }

    /** Sends a record as it is, such as a recorded outcome, on the calling thread. */
    public void send(ProducerRecord<String, byte[]> encoded, Acknowledgement done) {
        replayId.filter(_ -> encoded.headers().lastHeader(Headers.REPLAY_ID) == null)
                .ifPresent(replay -> encoded.headers().add(Headers.REPLAY_ID, replay.getBytes(UTF_8)));
        try {
            lane(encoded).send(encoded, failure -> {
                if (failure.isEmpty()) {
                    counter(encoded.topic()).increment();
                }
                done.accept(failure);
            });
        } catch (RuntimeException e) {
            done.accept(Optional.of(e));
        }
    }

    private Lane lane(ProducerRecord<String, byte[]> record) {
        return DENSE.contains(record.topic()) ? dense : quick;
    }

    /** Sends records as they are; completes when all are acknowledged. */
    public Uni<Void> publishEncoded(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var here = OnContext.executor();
        var byLane = new HashMap<Lane, List<ProducerRecord<String, byte[]>>>();
        records.forEach(encoded ->
                byLane.computeIfAbsent(lane(encoded), _ -> new ArrayList<>()).add(encoded));
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var left = new AtomicInteger(records.size());
                    Acknowledgement each = failure -> {
                        if (failure.isPresent()) {
                            emitter.fail(failure.get());
                        } else if (left.decrementAndGet() == 0) {
                            emitter.complete(null);
                        }
                    };
                    try {
                        byLane.forEach((lane, all) ->
                                lane.executor().execute(() -> all.forEach(one -> send(one, each))));
                    } catch (RejectedExecutionException full) {
                        emitter.fail(full);
                    }
                })
                .emitOn(here);
    }

    private Counter counter(String topic) {
        return published.computeIfAbsent(topic, name -> meters.counter("warren.records.published", "topic", name));
    }

    /** Sends what was handed over, as far as the broker takes it within some seconds. */
    @Override
    public void close() {
        quick.close();
        dense.close();
    }

    /** Told once for each record: nothing when it is acknowledged, else why it is not. */
    @FunctionalInterface
    public interface Acknowledgement {
        void accept(Optional<Exception> failure);
    }
}
