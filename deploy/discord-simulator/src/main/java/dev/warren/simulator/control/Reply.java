package dev.warren.simulator.control;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What a control request is answered with.
 *
 * @param status of HTTP
 * @param body JSON; empty with status 204
 */
record Reply(int status, String body) {
    static final Reply NOTHING = new Reply(204, "");

    static Reply ok(JsonObject body) {
        return new Reply(200, body.encode());
    }

    static Reply ok(JsonArray body) {
        return new Reply(200, body.encode());
    }

    static Reply created(JsonObject body) {
        return new Reply(201, body.encode());
    }
}
