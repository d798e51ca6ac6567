package dev.warren.schemas.topics;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A topic as it is created, documented and guarded.
 *
 * @param payload the sealed interface of its payloads
 * @param key what orders its records, in words
 * @param partitions for ever: a larger count is a new generation of the topic
 * @param compacted whether only the newest record of a key is kept
 * @param retention how long records are kept; none for ever
 * @param content whether records carry what members wrote
 * @param writers the services that may write it
 * @param <P> the payloads
 */
public record Topic<P>(
        String name,
        Class<P> payload,
        String key,
        int partitions,
        boolean compacted,
        Optional<Duration> retention,
        boolean content,
        Set<Service> writers,
        String description) {
    /** The longest that what members wrote may lie in a topic. */
    public static final Duration CONTENT_LIMIT = Duration.ofDays(7);

    public Topic {
        if (!name.matches("[a-z][a-z.-]*")) {
            throw new IllegalArgumentException("name must match [a-z][a-z.-]*: " + name);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1: " + partitions);
        }
        if (content
                && retention.filter(kept -> kept.compareTo(CONTENT_LIMIT) <= 0).isEmpty()) {
            throw new IllegalArgumentException("retention of content must be at most 7 days: " + retention);
        }
        writers = Set.copyOf(writers);
    }

    @Override
    public String toString() {
        return name;
    }
}
