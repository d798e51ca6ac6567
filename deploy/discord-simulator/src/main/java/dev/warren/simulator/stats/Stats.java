package dev.warren.simulator.stats;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counters since the start or the last reset. Confined to the simulator's event loop. */
public final class Stats {
    private static final int MAX_ROUTES = 500;

    /** What is counted. */
    public enum Count {
        MESSAGES("messages"),
        BOT_MESSAGES("botMessages"),
        NONCE_REPEATS("nonceRepeats"),
        INTERACTIONS("interactions"),
        EVENTS_SENT("eventsSent"),
        EVENTS_REPLAYED("eventsReplayed"),
        CONNECTIONS("connections"),
        IDENTIFIES("identifies"),
        RESUMES("resumes"),
        RESUMES_REFUSED("resumesRefused"),
        HEARTBEATS("heartbeats"),
        GATEWAY_BYTES("gatewayBytes"),
        REQUESTS("requests"),
        REQUESTS_VALIDATED("requestsValidated"),
        VIOLATIONS("violations"),
        RATE_LIMITED_USER("rateLimitedUser"),
        RATE_LIMITED_GLOBAL("rateLimitedGlobal"),
        RATE_LIMITED_FAULT("rateLimitedFault"),
        INVALID_REQUESTS("invalidRequests"),
        FAULTS("faults");

        private final String name;

        Count(String name) {
            this.name = name;
        }
    }

    private final long[] counts = new long[Count.values().length];
    private final Map<String, Map<Integer, long[]>> routes = new TreeMap<>();

    public void add(Count count) {
        add(count, 1);
    }

    public void add(Count count, long amount) {
        counts[count.ordinal()] += amount;
    }

    public long get(Count count) {
        return counts[count.ordinal()];
    }

    /** Counts an answered REST request. */
    public void answered(String method, String template, int status) {
        add(Count.REQUESTS);
        String route = method + " " + template;
        if (routes.containsKey(route) || routes.size() < MAX_ROUTES) {
            routes.computeIfAbsent(route, any -> new TreeMap<>()).computeIfAbsent(status, any -> new long[1])[0]++;
        }
    }

    public void reset() {
        Arrays.fill(counts, 0);
        routes.clear();
    }

    public JsonObject json() {
        var json = new JsonObject();
        for (Count count : Count.values()) {
            json.put(count.name, get(count));
        }
        var byRoute = new JsonObject();
        routes.forEach((route, byStatus) -> {
            var statuses = new JsonObject();
            byStatus.forEach((status, value) -> statuses.put(Integer.toString(status), value[0]));
            byRoute.put(route, statuses);
        });
        return json.put("routes", byRoute);
    }
}
