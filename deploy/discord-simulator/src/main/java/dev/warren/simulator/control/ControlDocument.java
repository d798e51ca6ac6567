package dev.warren.simulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The OpenAPI document of the control API. */
final class ControlDocument {
    static final String TEXT = read();

    private ControlDocument() {}

    private static String read() {
        try (InputStream in = ControlDocument.class.getResourceAsStream("/dev/warren/simulator/control/openapi.json")) {
            return new String(Objects.requireNonNull(in, "openapi.json").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
