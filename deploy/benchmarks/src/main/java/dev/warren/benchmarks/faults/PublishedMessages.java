package dev.warren.benchmarks.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The messages of one guild that stand in {@code discord.messages}, read on from the beginning. Used by one thread. */
public final class PublishedMessages implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String PREFIX = "message:";
    private static final String READ_BACK = "\"backfilled\":true";
    private final KafkaConsumer<String, byte[]> consumer;
    private final String guild;
    private final Map<String, String> authors = new HashMap<>();
    private long copies;
    private long copiesReadBack;

    PublishedMessages(RawKafka kafka, String guild) {
        this.consumer = kafka.consumer(Topics.MESSAGES.name(), Map.of());
        this.guild = guild + ":";
    }

    /** Reads what is there; gives whether there was anything. */
    boolean readOn() {
        var records = consumer.poll(POLL);
        records.forEach(this::take);
        return !records.isEmpty();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var id = EventIds.of(record).orElse("");
        if (id.startsWith(PREFIX) && record.key().startsWith(guild)) {
            authors.put(id.substring(PREFIX.length()), record.key().substring(guild.length()));
            copies++;
            copiesReadBack += new String(record.value(), UTF_8).contains(READ_BACK) ? 1 : 0;
        }
    }

    /** Reads until every one of these messages was there, or for as long as that; returns what it found. */
    Found await(Map<String, String> written, Duration patience) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < giveUpAt
                && (authors.size() < written.size() || !authors.keySet().containsAll(written.keySet()))) {
            readOn();
        }
        while (readOn()) {
            // what is there beyond what was written must be seen as well
            continue;
        }
        return found(written);
    }

    private Found found(Map<String, String> written) {
        long missing =
                written.keySet().stream().filter(id -> !authors.containsKey(id)).count();
        // The bot writes in these channels too, of members who reached a level; it is none of the writers.
        var writers = Set.copyOf(written.values());
        long strange = authors.entrySet().stream()
                .filter(message -> writers.contains(message.getValue()))
                .filter(message -> !message.getValue().equals(written.get(message.getKey())))
                .count();
        return new Found(written.size(), missing, strange, copies, copiesReadBack);
    }

    /**
     * What was found of the messages that were written.
     *
     * @param missing written and not in the topic
     * @param strange in the topic under a writer's name, and not written by them
     * @param copies records in the topic; above the number of messages when some stand there more than once, under the same id
     * @param copiesReadBack those of them that were read back
     */
    public record Found(long written, long missing, long strange, long copies, long copiesReadBack) {
        /** The share of what was written or is in the topic that is both; 100 when both are the same. */
        public double percent() {
            return 100.0 * (written - missing) / (written + strange);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
