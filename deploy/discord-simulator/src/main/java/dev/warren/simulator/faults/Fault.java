package dev.warren.simulator.faults;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** One fault that was asked for, and how often it still happens. Confined to the simulator's event loop. */
public final class Fault {
    private final FaultKind kind;
    private final Optional<Duration> time;
    private final Optional<String> route;
    private final int every;
    private long left;
    private long seen;
    private long done;

    /**
     * Describes a fault.
     *
     * @param count how often it happens, at least 1
     * @param time what the kind takes it for: a delay, a Retry-After
     * @param route {@code POST /channels/{channel_id}/messages}, with or without method, {@code *} for any ending; empty for all
     * @param every 1 for each request, 20 for every 20th
     */
    public Fault(FaultKind kind, long count, Optional<Duration> time, Optional<String> route, int every) {
        if (count < 1 || every < 1) {
            throw new IllegalArgumentException("count and every must be at least 1: " + count + ", " + every);
        }
        this.kind = kind;
        this.left = count;
        this.time = time;
        this.route = route;
        this.every = every;
    }

    public FaultKind kind() {
        return kind;
    }

    public Optional<Duration> time() {
        return time;
    }

    boolean spent() {
        return left == 0;
    }

    /** Whether it happens to this occasion; counts it then. */
    boolean strikes(String method, String template) {
        if (left == 0 || !matches(method, template) || ++seen % every != 0) {
            return false;
        }
        left--;
        done++;
        return true;
    }

    private boolean matches(String method, String template) {
        if (route.isEmpty()) {
            return true;
        }
        String wanted = route.get();
        String actual = wanted.startsWith("/") ? template : method + " " + template;
        return wanted.endsWith("*")
                ? actual.startsWith(wanted.substring(0, wanted.length() - 1))
                : actual.equals(wanted);
    }

    public JsonObject json() {
        var json =
                new JsonObject().put("kind", kind.wireName()).put("done", done).put("every", every);
        if (left < Integer.MAX_VALUE) {
            json.put("left", left);
        }
        time.ifPresent(duration -> json.put("millis", duration.toMillis()));
        route.ifPresent(text -> json.put("route", text));
        return json;
    }
}
