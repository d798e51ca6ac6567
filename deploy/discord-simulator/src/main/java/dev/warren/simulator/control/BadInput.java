package dev.warren.simulator.control;

import io.vertx.core.json.JsonObject;

/** Ends the handling of a control request that cannot be understood or done. Without stack trace: it is an answer, not a fault. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final transient JsonObject body;

    private BadInput(int status, JsonObject body) {
        super(body.getString("message"), null, false, false);
        this.status = status;
        this.body = body;
    }

    /** A field that breaks a rule: status 400. */
    static BadInput field(String field, String rule, Object value) {
        return new BadInput(
                400,
                new JsonObject()
                        .put("message", field + " must be " + rule)
                        .put("field", field)
                        .put("rule", rule)
                        .put("value", value));
    }

    static BadInput notFound(String message) {
        return new BadInput(404, new JsonObject().put("message", message));
    }

    static BadInput with(int status, JsonObject body) {
        return new BadInput(status, body);
    }

    int status() {
        return status;
    }

    JsonObject body() {
        return body;
    }
}
