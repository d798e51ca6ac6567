package dev.warren.cli.supervise;

import java.time.Duration;

/**
 * How long to wait before a process is started again: longer each time, and short again after it ran well for a while.
 *
 * @param first after the first death
 * @param most at most
 * @param forgivenAfter a process that ran this long starts afresh
 */
record Backoff(Duration first, Duration most, Duration forgivenAfter) {
    static final Backoff USUAL = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(30));

    Backoff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("first must be positive: " + first);
        }
        if (most.compareTo(first) < 0) {
            throw new IllegalArgumentException("most must not be less than first (" + first + "): " + most);
        }
    }

    /** The wait after a number of deaths in a row, 1 for the first. */
    Duration after(int deaths) {
        if (deaths < 1) {
            throw new IllegalArgumentException("deaths must be at least 1: " + deaths);
        }
        var wait = first.multipliedBy(1L << Math.min(deaths - 1, 20));
        return wait.compareTo(most) < 0 ? wait : most;
    }

    /** The deaths in a row, given that the process ran for some time before this one. */
    int count(int deathsBefore, Duration ran) {
        return ran.compareTo(forgivenAfter) >= 0 ? 1 : deathsBefore + 1;
    }
}
