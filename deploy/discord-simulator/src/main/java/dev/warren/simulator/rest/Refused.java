package dev.warren.simulator.rest;

import dev.warren.simulator.validation.FieldError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Ends the handling of a request with one of Discord's errors. Carries no stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final int code;
    private final transient Optional<JsonObject> errors;

    private Refused(int status, int code, String message, Optional<JsonObject> errors) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    public static Refused of(int status, int code, String message) {
        return new Refused(status, code, message, Optional.empty());
    }

    static Refused unauthorized() {
        return of(401, 0, "401: Unauthorized");
    }

    static Refused unknown(int code, String what) {
        return of(404, code, "Unknown " + what);
    }

    static Refused missingAccess() {
        return of(403, 50001, "Missing Access");
    }

    static Refused missingPermissions() {
        return of(403, 50013, "Missing Permissions");
    }

    /**
     * An invalid form body.
     *
     * @param path where the fault is, as {@code embeds.0.title}
     * @param code Discord's code, as {@code BASE_TYPE_MAX_LENGTH}
     * @param message for people
     */
    public static Refused form(String path, String code, String message) {
        return form(List.of(new FieldError(List.of(path.split("\\.")), code, message)));
    }

    /** An invalid form body with several faults. */
    public static Refused form(List<FieldError> faults) {
        var errors = new JsonObject();
        for (FieldError fault : faults) {
            JsonObject node = errors;
            for (String part : fault.path()) {
                if (part.isEmpty()) {
                    continue;
                }
                if (!(node.getValue(part) instanceof JsonObject)) {
                    node.put(part, new JsonObject());
                }
                node = node.getJsonObject(part);
            }
            if (!node.containsKey("_errors")) {
                node.put("_errors", new JsonArray());
            }
            node.getJsonArray("_errors")
                    .add(new JsonObject().put("code", fault.code()).put("message", fault.message()));
        }
        return new Refused(400, 50035, "Invalid Form Body", Optional.of(errors));
    }

    int status() {
        return status;
    }

    JsonObject json() {
        var json = new JsonObject().put("message", getMessage()).put("code", code);
        errors.ifPresent(detail -> json.put("errors", detail));
        return json;
    }
}
