package dev.warren.embed.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a source is asked again.
 *
 * @param usual where it says nothing
 * @param shortest and longest bounds, whatever it says
 */
record Pace(Duration usual, Duration shortest, Duration longest) {
    /** Of each pause a tenth is left to chance, so that sources which began together do not stay together. */
    static final double JITTER = 0.1;
    /** 2^20 times any pause is beyond the longest. */
    private static final int MOST_DOUBLINGS = 20;

    Pace {
        if (shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("shortest must not be above longest: " + shortest + ", " + longest);
        }
    }

    /**
     * After an answer: as long as it holds, within the bounds.
     *
     * @param chance from 0 to 1
     */
    Instant afterAnswer(Instant now, Optional<Duration> holds, double chance) {
        return now.plus(jittered(within(holds.filter(Duration::isPositive).orElse(usual)), chance));
    }

    /**
     * After a failure: twice as long as before, and no sooner than the source allows.
     *
     * @param failures in a row, this one included, at least 1
     */
    Instant afterFailure(Instant now, int failures, Optional<Duration> after, double chance) {
        var backoff = usual.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        var wanted = after.filter(asked -> asked.compareTo(backoff) > 0).orElse(backoff);
        return now.plus(jittered(within(wanted), chance));
    }

    private Duration within(Duration pause) {
        return pause.compareTo(shortest) < 0 ? shortest : pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** From 95 to 105 percent of it. */
    private static Duration jittered(Duration pause, double chance) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER / 2 + JITTER * chance)));
    }
}
