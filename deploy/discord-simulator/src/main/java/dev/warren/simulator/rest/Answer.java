package dev.warren.simulator.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a request is answered with when it is not refused. */
sealed interface Answer {
    Answer NOTHING = new Nothing();

    /** A body, already encoded. */
    record Json(int status, String body) implements Answer {}

    /** Status 204. */
    record Nothing() implements Answer {}

    static Answer ok(JsonObject body) {
        return new Json(200, body.encode());
    }

    static Answer ok(JsonArray body) {
        return new Json(200, body.encode());
    }

    static Answer created(JsonObject body) {
        return new Json(201, body.encode());
    }
}
