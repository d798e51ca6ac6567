package dev.warren.simulator.validation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests that were invalid, at most {@value #BOUND}. Confined to the event loop. */
public final class Violations {
    static final int BOUND = 1_000;
    private static final int MAX_BODY = 2_000;
    private final Deque<JsonObject> list = new ArrayDeque<>();

    public void add(Instant when, RequestCheck request, List<FieldError> errors) {
        if (list.size() == BOUND) {
            list.removeFirst();
        }
        var found = new JsonArray();
        errors.forEach(error -> found.add(error.json()));
        String body = request.body();
        list.addLast(new JsonObject()
                .put("time", when.toString())
                .put("method", request.method())
                .put("route", request.template())
                .put("errors", found)
                .put("body", body.substring(0, Math.min(MAX_BODY, body.length()))));
    }

    public void clear() {
        list.clear();
    }

    public JsonArray json() {
        var json = new JsonArray();
        list.forEach(json::add);
        return json;
    }
}
