package dev.warren.benchmarks.processes;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The processor time of several families of processes until one moment, or between two.
 *
 * @param byName in the order in which it is shown
 */
public record Usage(Map<String, Duration> byName) {
    private static final double MILLIS_PER_SECOND = 1_000;

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
}
