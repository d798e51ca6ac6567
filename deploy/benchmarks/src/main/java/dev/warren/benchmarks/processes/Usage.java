package dev.warren.benchmarks.processes;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processor time of several families of processes until one moment, or between two.
 *
 * @param byName in the order in which it is shown
 */
public record Usage(Map<String, Duration> byName) {
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double NANOS_PER_MICRO = 1_000;

    public Usage {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** What was used since an earlier moment. Who was not there then counts from the beginning. */
    public Usage since(Usage before) {
        var used = new LinkedHashMap<String, Duration>();
        byName.forEach((name, now) -> used.put(
                name, now.minus(Optional.ofNullable(before.byName.get(name)).orElse(Duration.ZERO))));
        return new Usage(used);
    }

    /** All together. */
    public double seconds() {
        return byName.values().stream().reduce(Duration.ZERO, Duration::plus).toMillis() / MILLIS_PER_SECOND;
    }

    /**
     * What each family has used for one of so many pieces of work, as lines for a person.
     *
     * @param pieces at least 1
     */
    public List<String> perPiece(long pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("pieces must be at least 1: " + pieces);
        }
        return byName.entrySet().stream()
                .map(used -> "      %-20s %6.2f s of processor time, %5.0f µs for each"
                        .formatted(
                                used.getKey(),
                                used.getValue().toMillis() / MILLIS_PER_SECOND,
                                used.getValue().toNanos() / NANOS_PER_MICRO / pieces))
                .toList();
    }
}
