package dev.warren.simulator.rest;

import dev.warren.simulator.world.Snowflake;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** One REST request and its parts. */
final class Call {
    private final RoutingContext context;
    private final Body body;

    Call(RoutingContext context, Body body) {
        this.context = context;
        this.body = body;
    }

    String path(String name) {
        return Optional.ofNullable(context.pathParam(name)).orElse("");
    }

    /** An id in the path; what is no snowflake is an invalid form. */
    Snowflake id(String name) {
        return Snowflake.parse(path(name))
                .orElseThrow(() ->
                        Refused.form(name, "NUMBER_TYPE_COERCE", "Value \"" + path(name) + "\" is not snowflake."));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name));
    }

    Optional<Snowflake> queryId(String name) {
        return query(name)
                .map(text -> Snowflake.parse(text)
                        .orElseThrow(() ->
                                Refused.form(name, "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.")));
    }

    boolean queryFlag(String name) {
        return query(name)
                .filter(text -> text.equalsIgnoreCase("true") || text.equals("1"))
                .isPresent();
    }

    int queryInt(String name, int fallback, int min, int max) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw Refused.form(name, "NUMBER_TYPE_COERCE", "Value \"" + text.get() + "\" is not int.");
        }
        throw Refused.form(name, "NUMBER_TYPE_RANGE", "int value should be between " + min + " and " + max + ".");
    }

    /** The body as an object; a missing body is an empty one. */
    JsonObject json() {
        return switch (body.value().orElseGet(JsonObject::new)) {
            case JsonObject object -> object;
            default -> throw Refused.form("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a DictType.");
        };
    }

    JsonArray array() {
        return switch (body.value().orElseGet(JsonArray::new)) {
            case JsonArray array -> array;
            default -> throw Refused.form("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType.");
        };
    }

    List<Body.Upload> files() {
        return body.files();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    boolean authorized() {
        return header("authorization").isPresent();
    }
}
