package dev.warren.simulator.control;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The OpenAPI document of the control API. */
final class ControlDocument {
    static final String TEXT = read();

    private ControlDocument() {}

    /** Stops the start when a route is not described, so that none is ever forgotten. */
    static void describes(List<String> routes) {
        JsonObject paths = new JsonObject(TEXT).getJsonObject("paths");
        for (String route : routes) {
            String[] methodAndPath = route.split(" ", 2);
            JsonObject path = paths.getJsonObject(methodAndPath[1], new JsonObject());
            if (!path.containsKey(methodAndPath[0].toLowerCase(Locale.ROOT))) {
                throw new IllegalStateException("openapi.json does not describe " + route);
            }
        }
    }

    private static String read() {
        try (InputStream in = ControlDocument.class.getResourceAsStream("/dev/warren/simulator/control/openapi.json")) {
            return new String(Objects.requireNonNull(in, "openapi.json").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
