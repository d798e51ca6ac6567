package dev.warren.gateway.rest;

import dev.warren.gateway.rest.RateLimits.Leave.Granted;
import dev.warren.gateway.rest.RateLimits.Leave.Later;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Limits of one process. May be shared by several clients with the same token. */
public final class InProcessRateLimits implements RateLimits {
    private static final Granted GRANTED = new Granted();

    private final RestSettings.Limits settings;
    private final LongSupplier nanos;
    private final long margin;
    private final Map<BucketId, Window> windows = new LinkedHashMap<>(64, 0.75f, true);
    private final GlobalWindow global;

    /**
     * Limits of which nothing is known yet.
     *
     * @param nanos a clock that never goes back, such as {@link System#nanoTime()}
     */
    public InProcessRateLimits(RestSettings.Limits settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.margin = settings.resetMargin().toNanos();
        this.global = new GlobalWindow(settings.globalPerSecond(), settings.globalPatience(), nanos.getAsLong());
    }

    @Override
    public synchronized Future<Leave> take(BucketId bucket) {
        Window window = windows.get(bucket);
        return Future.succeededFuture(window == null ? GRANTED : window.take(nanos.getAsLong()));
    }

    @Override
    public synchronized Future<Leave> takeGlobal(int left) {
        return Future.succeededFuture(global.take(nanos.getAsLong(), left));
    }

    @Override
    public synchronized Future<Pass> takeBoth(BucketId bucket) {
        return take(bucket).map(leave -> switch (leave) {
            case Later(var delay) -> new Pass.Neither(delay);
            case Granted _ ->
                switch (global.take(nanos.getAsLong(), 0)) {
                    case Later(var delay) -> new Pass.BucketOnly(delay);
                    case Granted _ -> new Pass.Both();
                };
        });
    }

    @Override
    public synchronized void answeredGlobal() {
        global.answered(nanos.getAsLong());
    }

    @Override
    public synchronized void observe(BucketId bucket, BucketReading reading, int underWay) {
        window(bucket).observe(reading, underWay, nanos.getAsLong(), margin);
    }

    @Override
    public synchronized void pause(BucketId bucket, Duration time) {
        window(bucket).pausedUntil = nanos.getAsLong() + time.toNanos() + margin;
    }

    @Override
    public synchronized void pauseAll(Duration time) {
        global.pauseUntil(nanos.getAsLong() + time.toNanos() + margin);
    }

    /** How many buckets are known. */
    public synchronized int buckets() {
        return windows.size();
    }

    private Window window(BucketId bucket) {
        Window window = windows.computeIfAbsent(bucket, _ -> new Window(nanos.getAsLong()));
        if (windows.size() > settings.maxBuckets()) {
            forgetOne(window);
        }
        return window;
    }

    /** Forgets the bucket that was used least recently: when its window is over it is as if it had never been observed. */
    private void forgetOne(@Nullable Window kept) {
        Iterator<Window> oldest = windows.values().iterator();
        if (oldest.next() != kept) {
            oldest.remove();
        }
    }

    /** One bucket's state. */
    private static final class Window {
        private long pausedUntil;
        private int limit;
        private int remaining;
        private long resetAt;
        private long length;

        Window(long now) {
            pausedUntil = now;
            resetAt = now;
        }

        Leave take(long now) {
            if (pausedUntil - now > 0) {
                return new Later(Duration.ofNanos(pausedUntil - now));
            }
            if (limit == 0) {
                return GRANTED;
            }
            if (resetAt - now <= 0) {
                // The next window begins with this request; the answer will say exactly when it ends.
                remaining = limit;
                resetAt = now + length;
            }
            if (remaining == 0) {
                return new Later(Duration.ofNanos(Math.max(1, resetAt - now)));
            }
            remaining--;
            return GRANTED;
        }

        void observe(BucketReading reading, int underWay, long now, long margin) {
            boolean known = limit > 0 && resetAt - now > 0;
            limit = Math.max(1, reading.limit());
            long after = reading.resetAfter().toNanos() + margin;
            // At Discord a new window may have begun already, of which what was taken from the old one takes nothing.
            boolean next = known && now + after - resetAt > after / 2;
            // Requests under way are taken off here already, but not yet at Discord when it answered.
            remaining = known && !next
                    ? Math.min(remaining, reading.remaining())
                    : Math.max(0, reading.remaining() - underWay);
            resetAt = now + after;
            length = Math.max(length, after);
        }
    }
}
