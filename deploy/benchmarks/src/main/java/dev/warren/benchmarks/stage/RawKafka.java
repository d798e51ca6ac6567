package dev.warren.benchmarks.stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker by its plain client. Producers are acknowledged by all; consumers read all partitions by assignment, without a group. */
public final class RawKafka implements AutoCloseable {
    private final String bootstrapServers;
    private final Admin admin;

    public RawKafka(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Makes a topic that nobody has used.
     *
     * @return its name
     */
    public String create(String purpose, int partitions) throws InterruptedException, ExecutionException {
        var name = "bench." + purpose + "." + UUID.randomUUID();
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                .all()
                .get();
        return name;
    }

    public KafkaProducer<String, byte[]> producer(Map<String, ?> more) {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all"));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer of all partitions from their beginning. */
    public KafkaConsumer<String, byte[]> consumer(String topic, Map<String, ?> more) {
        var settings = new HashMap<String, Object>(Map.of(
                "bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "auto.offset.reset", "earliest"));
        settings.putAll(more);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** The offset after the last record of each partition. */
    public Map<TopicPartition, Long> ends(String topic) throws InterruptedException, ExecutionException {
        var described =
                admin.describeTopics(List.of(topic)).allTopicNames().get().values();
        Collection<TopicPartition> partitions = described.stream()
                .flatMap(found -> found.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var latest = partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        admin.close();
    }
}
