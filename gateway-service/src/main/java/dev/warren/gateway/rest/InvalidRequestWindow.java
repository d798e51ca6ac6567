package dev.warren.gateway.rest;

import java.time.InstantSource;

/** Counts invalid requests of the last ten minutes, second by second. */
final class InvalidRequestWindow {
    private static final int SECONDS = 600;

    private final InstantSource clock;
    private final int[] counts = new int[SECONDS];
    private long newest;
    private int sum;

    InvalidRequestWindow(InstantSource clock) {
        this.clock = clock;
        this.newest = now();
    }

    synchronized void count() {
        advance();
        counts[slot(newest)]++;
        sum++;
    }

    /** The count, exact to the second. */
    synchronized int inLastTenMinutes() {
        advance();
        return sum;
    }

    private void advance() {
        long now = now();
        for (long second = Math.max(newest + 1, now - SECONDS + 1); second <= now; second++) {
            sum -= counts[slot(second)];
            counts[slot(second)] = 0;
        }
        newest = Math.max(newest, now);
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
