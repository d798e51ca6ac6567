package dev.warren.gateway.outbound.receipts;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.schemas.topics.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Reads the topic of receipts from its beginning into Redis, on a thread of its own, in bounded steps. */
@ApplicationScoped
class ReceiptsRebuild {
    private static final Logger LOG = Logger.getLogger(ReceiptsRebuild.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final EventCodec codec;
    private final ReceiptMarks marks;
    private final OutboundConfig config;
    private final Executor readers =
            task -> Thread.ofPlatform().name("receipts-rebuild").daemon().start(task);

    ReceiptsRebuild(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventCodec codec,
            ReceiptMarks marks,
            OutboundConfig config) {
        this.kafka = kafka;
        this.codec = codec;
        this.marks = marks;
        this.config = config;
    }

    /** Completes when Redis holds all of the topic. Fails as an outage when broker or Redis is away. */
    Uni<Void> rebuild() {
        return Uni.createFrom().voidItem().emitOn(readers).invoke(this::read).chain(marks::markWhole);
    }

    private void read() {
        long began = System.nanoTime();
        long count = 0;
        try (var consumer = new KafkaConsumer<String, byte[]>(properties())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RECEIPTS.name()).stream()
                    .map(info -> new TopicPartition(Topics.RECEIPTS.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // The end is asked for anew each time, so that nothing written meanwhile is overwritten by what was before
            // it.
            while (consumer.endOffsets(partitions).entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                note(records);
                count += records.count();
                if (System.nanoTime() - began > config.receipts().rebuild().toNanos()) {
                    throw new org.apache.kafka.common.errors.TimeoutException("receipts could not be read in time");
                }
            }
        }
        LOG.infof("receipts read into Redis count=%d millis=%d", count, (System.nanoTime() - began) / 1_000_000);
    }

    private void note(ConsumerRecords<String, byte[]> records) {
        var notes = new ArrayList<Uni<Void>>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                continue;
            }
            try {
                notes.add(
                        marks.note(codec.decode(Topics.RECEIPTS, record).event().payload()));
            } catch (UnreadableRecord | UnsupportedOperationException e) {
                LOG.warnf("receipt passed over partition=%d offset=%d", record.partition(), record.offset());
            }
        }
        if (!notes.isEmpty()) {
            Uni.join().all(notes).andFailFast().await().atMost(config.receipts().rebuild());
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return properties;
    }
}
