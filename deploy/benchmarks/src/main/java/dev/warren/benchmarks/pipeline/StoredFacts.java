package dev.warren.benchmarks.pipeline;

import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.topics.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/** How many messages have become facts, and whether leveling has stored them: it writes down how far it is in the same transaction. */
final class StoredFacts {
    private static final Duration ASK_EVERY = Duration.ofMillis(250);
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private final RawKafka kafka;
    private final Connection leveling;
    private final Pace pace;

    /** @param leveling a connection to the service's database */
    StoredFacts(RawKafka kafka, Connection leveling, Pace pace) {
        this.kafka = kafka;
        this.leveling = leveling;
        this.pace = pace;
    }

    /** The facts of each partition until now. */
    Map<TopicPartition, Long> published() throws InterruptedException, ExecutionException {
        return kafka.ends(Topics.FACTS.name());
    }

    static long count(Map<TopicPartition, Long> before, Map<TopicPartition, Long> after) {
        return after.entrySet().stream()
                .mapToLong(end -> end.getValue() - before.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /**
     * Returns when so many facts were published since then, and all of them are stored.
     *
     * @return seconds that were waited
     * @throws IllegalStateException when that does not come about in time
     */
    double await(Map<TopicPartition, Long> before, long expected, Duration patience)
            throws InterruptedException, ExecutionException, SQLException {
        var start = pace.nanos();
        while (true) {
            var ends = published();
            var published = count(before, ends);
            if (published >= expected && stored(ends)) {
                return (pace.nanos() - start) / NANOS_PER_SECOND;
            }
            if (pace.nanos() - start > patience.toNanos()) {
                throw new IllegalStateException(
                        "of %d messages %d were published as facts, and %s of these stored, in %d s"
                                .formatted(
                                        expected, published, stored(ends) ? "all" : "not all", patience.toSeconds()));
            }
            pace.awaitUntil(pace.nanos() + ASK_EVERY.toNanos());
        }
    }

    private boolean stored(Map<TopicPartition, Long> ends) throws SQLException {
        var next = new HashMap<TopicPartition, Long>();
        try (var query =
                leveling.prepareStatement("SELECT partition, next_offset FROM consumed_offset WHERE topic = ?")) {
            query.setString(1, Topics.FACTS.name());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    next.put(new TopicPartition(Topics.FACTS.name(), rows.getInt(1)), rows.getLong(2));
                }
            }
        }
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
