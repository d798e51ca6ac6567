package dev.warren.gateway.backoff;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that double from failure to failure, spread so that many who failed together do not come back together.
 *
 * @param first the mean wait after the first failure
 * @param max the longest wait
 */
public record Backoff(Duration first, Duration max) {
    private static final int MAX_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("first must be positive: " + first);
        }
        if (max.compareTo(first) < 0) {
            throw new IllegalArgumentException("max must not be under first: " + max);
        }
    }

    /**
     * The wait after so many failures in a row: {@code first} doubled for each failure after the first, times a number drawn evenly from
     * 0.5 to 1.5, and never more than {@code max}.
     *
     * @param failures 0 or more; after none there is no wait
     */
    public Duration after(int failures, RandomGenerator random) {
        if (failures < 0) {
            throw new IllegalArgumentException("failures must not be negative: " + failures);
        }
        if (failures == 0) {
            return Duration.ZERO;
        }
        double mean = (double) first.toNanos() * (1L << Math.min(failures - 1, MAX_DOUBLINGS));
        double drawn = mean * (0.5 + random.nextDouble());
        return Duration.ofNanos((long) Math.min(drawn, (double) max.toNanos()));
    }
}
