package dev.warren.leveling.card;

import java.util.concurrent.TimeUnit;

/** Allows a number of things in each second. */
final class PerSecond {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int most;
    private long second;
    private int taken;

    PerSecond(int most) {
        this.most = most;
    }

    /**
     * Whether one more is allowed now; it then counts.
     *
     * @param nanos of a clock that does not go back
     */
    synchronized boolean take(long nanos) {
        long now = Math.floorDiv(nanos, SECOND);
        if (now != second) {
            second = now;
            taken = 0;
        }
        if (taken >= most) {
            return false;
        }
        taken++;
        return true;
    }
}
