package dev.warren.simulator.rest;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts requests as Discord does: for each bucket and major parameter, over all, and those that were refused. Confined to the event loop. */
public final class RateLimits {
    private static final int MAX_WINDOWS = 50_000;
    private static final long SECOND = 1_000;
    private static final Duration INVALID_WINDOW = Duration.ofMinutes(10);
    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();
    private final Deque<Long> invalid = new ArrayDeque<>();
    private final Window all = new Window();
    private Settings settings;

    /**
     * What is counted.
     *
     * @param enabled whether anything is refused; headers are sent all the same
     * @param perSecond requests of the bot in all, 50 at Discord
     * @param factor by which each bucket is larger than Discord's
     * @param invalidPerTenMinutes refused requests after which the address is blocked
     */
    public record Settings(boolean enabled, int perSecond, int factor, int invalidPerTenMinutes) {
        public static final Settings DISCORD = new Settings(true, 50, 1, 10_000);

        public Settings {
            if (perSecond < 1 || factor < 1 || invalidPerTenMinutes < 1) {
                throw new IllegalArgumentException("perSecond, factor and invalidPerTenMinutes must be at least 1: "
                        + perSecond + ", " + factor + ", " + invalidPerTenMinutes);
            }
        }

        public JsonObject json() {
            return new JsonObject()
                    .put("enabled", enabled)
                    .put("perSecond", perSecond)
                    .put("factor", factor)
                    .put("invalidPerTenMinutes", invalidPerTenMinutes);
        }
    }

    private static final class Window {
        private long resetAt;
        private int used;

        /** Whether one more fits; counts it then. */
        boolean take(long now, long length, int limit) {
            if (now >= resetAt) {
                resetAt = now + length;
                used = 0;
            }
            if (used >= limit) {
                return false;
            }
            used++;
            return true;
        }
    }

    /** What became of a request: passed or not, and what the headers say. Times in milliseconds. */
    record Decision(Outcome outcome, int limit, int remaining, long resetAt, long resetAfter, String bucket) {}

    /** Whether a request passes. */
    enum Outcome {
        PASSED,
        USER,
        GLOBAL,
        BLOCKED
    }

    public RateLimits(InstantSource clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public Settings settings() {
        return settings;
    }

    public void change(Settings newSettings) {
        settings = newSettings;
        windows.clear();
        invalid.clear();
    }

    Decision take(Bucket bucket, String major, boolean countsGlobally) {
        long now = clock.millis();
        while (!invalid.isEmpty() && invalid.peekFirst() < now - INVALID_WINDOW.toMillis()) {
            invalid.removeFirst();
        }
        int limit = bucket.limit() * settings.factor();
        if (settings.enabled() && invalid.size() >= settings.invalidPerTenMinutes()) {
            return new Decision(Outcome.BLOCKED, limit, 0, now, INVALID_WINDOW.toMillis(), "");
        }
        if (settings.enabled() && countsGlobally && !all.take(now, SECOND, settings.perSecond())) {
            return new Decision(Outcome.GLOBAL, limit, 0, all.resetAt, all.resetAt - now, "");
        }
        if (windows.size() > MAX_WINDOWS) {
            windows.values().removeIf(window -> window.resetAt <= now);
        }
        Window window = windows.computeIfAbsent(bucket.name() + ":" + major, any -> new Window());
        boolean passed = window.take(now, bucket.window().toMillis(), limit) || !settings.enabled();
        return new Decision(
                passed ? Outcome.PASSED : Outcome.USER,
                limit,
                limit - window.used,
                window.resetAt,
                window.resetAt - now,
                bucket.hash());
    }

    /** The time for a Date header. */
    ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }

    /** Counts a request that was answered 401, 403 or 429. */
    void countInvalid() {
        if (invalid.size() < settings.invalidPerTenMinutes()) {
            invalid.addLast(clock.millis());
        }
    }
}
