package dev.warren.simulator.validation;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * One fault in a request.
 *
 * @param path where, as {@code ["embeds", "0", "title"]}; empty for the whole
 * @param code Discord's code, as {@code BASE_TYPE_MAX_LENGTH}
 * @param message for people
 */
public record FieldError(List<String> path, String code, String message) {
    public FieldError {
        path = List.copyOf(path);
    }

    public JsonObject json() {
        return new JsonObject()
                .put("path", String.join(".", path))
                .put("code", code)
                .put("message", message);
    }
}
