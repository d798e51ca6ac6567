package dev.warren.eventviewer.web;

import io.vertx.core.json.JsonObject;

/** A request that cannot be answered, with the field, the rule and the value. Thrown in handlers only, and caught in one place. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_VALUE = 100;

    private final int status;
    private final String field;
    private final String rule;
    private final String value;

    BadInput(int status, String field, String rule, String value) {
        super(field + " " + rule + ": " + cut(value), null, false, false);
        this.status = status;
        this.field = field;
        this.rule = rule;
        this.value = cut(value);
    }

    BadInput(String field, String rule, String value) {
        this(400, field, rule, value);
    }

    int status() {
        return status;
    }

    JsonObject body() {
        return new JsonObject()
                .put(
                        "error",
                        new JsonObject()
                                .put("field", field)
                                .put("rule", rule)
                                .put("value", value)
                                .put("message", getMessage()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
