package dev.warren.gateway.gaps;

import java.time.Duration;

/** Gives out points in time at a steady rate. Unused ones are not saved up. Safe for all threads. */
final class Pace {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long spacing;
    private long next;

    Pace(int perSecond, long nowNanos) {
        this.spacing = NANOS_PER_SECOND / perSecond;
        this.next = nowNanos;
    }

    /** How long whoever asks now has to wait. */
    synchronized Duration take(long nowNanos) {
        long at = next - nowNanos > 0 ? next : nowNanos;
        next = at + spacing;
        return Duration.ofNanos(at - nowNanos);
    }
}
