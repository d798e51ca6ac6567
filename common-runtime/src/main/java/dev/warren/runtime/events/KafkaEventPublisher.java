package dev.warren.runtime.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Two producers: one for what somebody waits for, which sends at once, and one for dense streams, which gathers. Sending happens on one
 * thread of its own, since it blocks while the broker is away.
 */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {
    private static final Set<String> DENSE = Stream.of(
                    Topics.MESSAGES, Topics.FACTS, Topics.MEMBERS, Topics.REACTIONS, Topics.VOICE, Topics.DECISIONS)
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final EventCodec codec;
    private final Optional<String> replayId;
    private final Producer<String, byte[]> quick;
    private final Producer<String, byte[]> dense;
    private final MeterRegistry meters;
    private final Map<String, Counter> published = new ConcurrentHashMap<>();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("event-publisher").daemon().unstarted(task));

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
        this.codec = codec;
        this.replayId = replayId;
        this.quick = new KafkaProducer<>(properties(kafka, 0, 16_384, bufferBytes));
        this.dense = new KafkaProducer<>(properties(kafka, denseLingerMillis, 131_072, bufferBytes));
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
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
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

    /** Sends a record as it is, such as a recorded outcome. */
    public void send(ProducerRecord<String, byte[]> encoded, Acknowledgement done) {
        replayId.ifPresent(replay -> encoded.headers().add(Headers.REPLAY_ID, replay.getBytes(UTF_8)));
        try {
            (DENSE.contains(encoded.topic()) ? dense : quick).send(encoded, (metadata, failure) -> {
                if (failure == null) {
                    counter(encoded.topic()).increment();
                }
                done.accept(Optional.ofNullable(failure));
            });
        } catch (RuntimeException e) {
            done.accept(Optional.of(e));
        }
    }

    /** Sends records as they are; completes when all are acknowledged. */
    public Uni<Void> publishEncoded(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var here = OnContext.executor();
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    var left = new AtomicInteger(records.size());
                    sender.execute(() -> records.forEach(encoded -> send(encoded, failure -> {
                        if (failure.isPresent()) {
                            emitter.fail(failure.get());
                        } else if (left.decrementAndGet() == 0) {
                            emitter.complete(null);
                        }
                    })));
                })
                .emitOn(here);
    }

    private Counter counter(String topic) {
        return published.computeIfAbsent(topic, name -> meters.counter("warren.records.published", "topic", name));
    }

    @Override
    public void close() {
        sender.shutdownNow();
        quick.close(Duration.ofSeconds(5));
        dense.close(Duration.ofSeconds(5));
    }

    /** Told once for each record: nothing when it is acknowledged, else why it is not. */
    @FunctionalInterface
    public interface Acknowledgement {
        void accept(Optional<Exception> failure);
    }
}
