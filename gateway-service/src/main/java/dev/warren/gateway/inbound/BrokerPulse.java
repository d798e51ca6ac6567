package dev.warren.gateway.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the broker acknowledges. It counts as stalled when something is on its way and nothing was acknowledged for a while; where
 * nothing is on its way, nothing is known. Safe for all threads.
 */
@ApplicationScoped
public class BrokerPulse {
    private final AtomicLong onTheirWay = new AtomicLong();
    private volatile long beatNanos = System.nanoTime();

    /** A record goes to the broker. */
    void sent() {
        if (onTheirWay.getAndIncrement() == 0) {
            beatNanos = System.nanoTime();
        }
    }

    /** The broker took one, or said that it never will. */
    void ended() {
        beatNanos = System.nanoTime();
        onTheirWay.decrementAndGet();
    }

    /** Whether nothing was acknowledged for so long although something should have been. */
    public boolean isStalled(Duration patience) {
        return onTheirWay.get() > 0 && System.nanoTime() - beatNanos > patience.toNanos();
    }
}
