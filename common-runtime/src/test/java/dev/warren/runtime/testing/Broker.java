package dev.warren.runtime.testing;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as a test sees it: records go in as another service would write them, and what was written is read back. One thread. */
public final class Broker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final String bootstrapServers;
    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Tail> tails = new HashMap<>();

    public Broker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.LINGER_MS_CONFIG,
                0));
    }

    /** What was read of one topic so far. */
    private record Tail(KafkaConsumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> seen) {}

    /** Writes an event; returns when it is acknowledged. */
    public <P> RecordMetadata send(Topic<P> topic, Event<? extends P> event) {
        return send(codec.encode(new Outgoing<>(topic, event), Optional.empty()));
    }

    /** Writes a record as it is, with whatever headers; returns when it is acknowledged. */
    public RecordMetadata send(ProducerRecord<String, byte[]> record) {
        return sendAll(List.of(record)).getFirst();
    }

    /** Writes records in one go, so that a consumer is likely to get them in one batch. */
    public List<RecordMetadata> sendAll(List<ProducerRecord<String, byte[]>> records) {
        var sent = records.stream().map(producer::send).toList();
        producer.flush();
        var acknowledged = new ArrayList<RecordMetadata>();
        for (var future : sent) {
            try {
                acknowledged.add(future.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("record was not acknowledged", e);
            }
        }
        return acknowledged;
    }

    /** An event as the record that {@link #sendAll} takes. */
    public <P> ProducerRecord<String, byte[]> encode(Topic<P> topic, Event<? extends P> event) {
        return codec.encode(new Outgoing<>(topic, event), Optional.empty());
    }

    /** Waits until so many events match, and gives all that do by then; what is no event of Warren's is passed over. */
    public <P> List<Received<P>> await(Topic<P> topic, int count, Predicate<Received<P>> wanted) {
        return awaitRecords(
                        topic,
                        count,
                        record -> decode(topic, record).filter(wanted).isPresent())
                .stream()
                .flatMap(record -> decode(topic, record).stream())
                .toList();
    }

    private <P> Optional<Received<P>> decode(Topic<P> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(codec.decode(topic, record));
        } catch (UnreadableRecord alien) {
            return Optional.empty();
        }
    }

    /** Waits for the first event that matches. */
    public <P> Received<P> await(Topic<P> topic, Predicate<Received<P>> wanted) {
        return await(topic, 1, wanted).getFirst();
    }

    /** Waits until so many raw records match, and gives all that do by then. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(
            Topic<?> topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = readOn(topic).stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found;
            }
            if (System.nanoTime() > giveUpAt) {
                throw new AssertionError(
                        "%s gave %d of %d records within %s".formatted(topic, found.size(), count, PATIENCE));
            }
        }
    }

    /** All events of a topic so far; what is no event of Warren's is passed over. */
    public <P> List<Received<P>> seen(Topic<P> topic) {
        return readOn(topic).stream()
                .flatMap(record -> decode(topic, record).stream())
                .toList();
    }

    /** All records of a topic so far, after what is there was read. */
    public List<ConsumerRecord<String, byte[]>> readOn(Topic<?> topic) {
        var tail = tails.computeIfAbsent(topic.name(), this::open);
        tail.consumer().poll(POLL).forEach(tail.seen()::add);
        return tail.seen();
    }

    private Tail open(String topic) {
        var consumer = new KafkaConsumer<String, byte[]>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Tail(consumer, new ArrayList<>());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        tails.values().forEach(tail -> tail.consumer().close());
    }
}
