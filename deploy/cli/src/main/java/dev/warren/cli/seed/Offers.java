package dev.warren.cli.seed;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the services offer at the moment, as they have announced it. */
final class Offers {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIMEOUT_MILLIS = 10_000;

    private Offers() {}

    /** The newest announcement of each service, in order of their names. */
    static List<ServiceAnnounced> read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.COMMANDS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var codec = new EventCodec();
            var offers = new HashMap<String, ServiceAnnounced>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> take(codec, record, offers));
            }
            return offers.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static void take(
            EventCodec codec, ConsumerRecord<String, byte[]> record, Map<String, ServiceAnnounced> offers) {
        if (record.value() == null) {
            offers.remove(record.key());
            return;
        }
        try {
            AnnouncementEvent announcement =
                    codec.decode(Topics.COMMANDS, record).event().payload();
            switch (announcement) {
                case ServiceAnnounced announced -> offers.put(announced.service(), announced);
                case ServiceWithdrawn withdrawn -> offers.remove(withdrawn.service());
                case AnnouncementEvent.Unknown _ -> {}
            }
        } catch (UnreadableRecord e) {
            // whoever follows the topic says so; here it offers nothing
            offers.remove(record.key());
        }
    }
}
