package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What became of replies, read on from {@code bot.receipts}. Used by one thread. */
final class Outcomes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String RECEIPT = "/receipt:";
    private static final String INTENDED = "intended";
    private final KafkaConsumer<String, byte[]> consumer;
    private final String prefix;
    private final Map<String, String> byReply = new HashMap<>();

    /** @param prefix what the ids of the replies begin with */
    Outcomes(RawKafka kafka, String prefix) {
        this.consumer = kafka.consumer(Topics.RECEIPTS.name(), Map.of());
        this.prefix = prefix;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var id = EventIds.of(record).orElse("");
        var end = id.lastIndexOf(RECEIPT);
        if (end > 0 && id.startsWith(prefix)) {
            var outcome = id.substring(end + RECEIPT.length());
            if (!outcome.equals(INTENDED)) {
                byReply.put(id.substring(0, end), outcome);
            }
        }
    }

    /**
     * Waits until so many replies have ended, however they did.
     *
     * @throws IllegalStateException when they have not in that time
     */
    void await(int count, Duration patience) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (byReply.size() < count) {
            consumer.poll(POLL).forEach(this::take);
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("%d of %d replies have ended within %d s"
                        .formatted(byReply.size(), count, patience.toSeconds()));
            }
        }
    }

    /** How many replies ended so: {@code done}, {@code refused}, {@code unknown}. */
    long count(String outcome) {
        return byReply.values().stream().filter(outcome::equals).count();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
