package dev.warren.benchmarks.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A limit of Discord: so many requests in a window that begins with the first of them. */
record Rate(int requests, Duration window) {
    /** What Discord allows for all routes together. */
    static final Rate GLOBAL = new Rate(50, Duration.ofSeconds(1));

    /** What the local Discord allows for messages in a channel, as bots see it at Discord. */
    static final Rate CHANNEL = new Rate(5, Duration.ofSeconds(5));

    private static final double HUNDRED = 100.0;

    /**
     * How much of the limit was used, in percent. Counted in whole windows' worth of requests, from the first request of one to the first
     * of another, so that it makes no difference where in a window the counting begins and ends.
     *
     * @param moments of requests that passed, in order
     * @throws IllegalArgumentException when there are fewer than two windows' worth of them
     */
    double usedPercent(List<Instant> moments) {
        int windows = (moments.size() - 1) / requests;
        if (windows < 1) {
            throw new IllegalArgumentException(
                    "there must be more than " + requests + " requests to tell a rate: " + moments.size());
        }
        var took = Duration.between(moments.getFirst(), moments.get(windows * requests));
        return HUNDRED * windows * window.toNanos() / took.toNanos();
    }
}
