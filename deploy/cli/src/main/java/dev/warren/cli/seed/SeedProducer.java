package dev.warren.cli.seed;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records to Kafka, but for those that their topic would not keep any more. */
final class SeedProducer implements AutoCloseable {
    /** A record that is about to be forgotten need not be sent. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final long BUFFER_BYTES = 8L * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final EventCodec codec = new EventCodec();
    private final Instant now;
    private final Map<String, Integer> counts = new TreeMap<>();
    private volatile Optional<Exception> failure = Optional.empty();

    SeedProducer(String bootstrapServers, Instant now) {
        this.now = now;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, 20,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends one event, unless its topic keeps nothing of its age.
     *
     * @throws KafkaException when this or an earlier one could not be sent
     */
    void send(Outgoing<?> outgoing) {
        var kept = outgoing.topic().retention();
        if (kept.isPresent()
                && outgoing.event().time().isBefore(now.minus(kept.get()).plus(MARGIN))) {
            return;
        }
        counts.merge(outgoing.topic().name(), 1, Integer::sum);
        producer.send(codec.encode(outgoing, Optional.empty()), (_, problem) -> {
            if (problem != null) {
                failure = Optional.of(problem);
            }
        });
        check();
    }

    /**
     * Returns when Kafka has acknowledged all; gives how many records of each topic there were.
     *
     * @throws KafkaException when one could not be sent
     */
    Map<String, Integer> flush() {
        producer.flush();
        check();
        return Map.copyOf(counts);
    }

    private void check() {
        failure.ifPresent(problem -> {
            throw new KafkaException("not all could be published: " + problem.getMessage(), problem);
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(TIMEOUT_MILLIS));
    }
}
