package dev.warren.gateway.rest;

import dev.warren.gateway.rest.RateLimits.Leave.Granted;
import dev.warren.gateway.rest.RateLimits.Leave.Later;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The places of the limit over all requests. A place is taken when a request is sent and free again a second after its <em>answer</em>: no
 * matter how long requests travel, no more of them than the limit can arrive within a second. An answer that takes longer than the patience
 * is not waited for.
 */
final class GlobalWindow {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long patience;
    private final Deque<Long> underWay = new ArrayDeque<>();
    private final Deque<Long> freeAgain = new ArrayDeque<>();
    private int free;
    private int late;
    private long pausedUntil;

    GlobalWindow(int perSecond, Duration patience, long now) {
        this.free = perSecond;
        this.patience = patience.toNanos();
        this.pausedUntil = now;
    }

    /** @param left places that are not taken */
    RateLimits.Leave take(long now, int left) {
        while (!underWay.isEmpty() && underWay.element() + patience - now <= 0) {
            freeAgain.add(underWay.remove() + patience + SECOND);
            late++;
        }
        while (!freeAgain.isEmpty() && freeAgain.element() - now <= 0) {
            freeAgain.remove();
            free++;
        }
        if (pausedUntil - now > 0) {
            return new Later(Duration.ofNanos(pausedUntil - now));
        }
        if (free > left) {
            free--;
            underWay.add(now);
            return new Granted();
        }
        // With every other place under way none can be free before a second after the next answer, which may come at
        // once.
        return new Later(Duration.ofNanos(freeAgain.isEmpty() ? SECOND : freeAgain.element() - now));
    }

    /** Any answer frees the place of the oldest request: only how many have arrived by now matters. */
    void answered(long now) {
        if (late > 0) {
            late--;
        } else if (!underWay.isEmpty()) {
            underWay.remove();
            freeAgain.add(now + SECOND);
        }
    }

    void pauseUntil(long nanos) {
        pausedUntil = nanos;
    }
}
