package dev.warren.ai.personas;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.warren.schemas.event.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The personas that come with the service: {@code personas/personas.json}. The first one is who speaks where nobody chose. */
final class BuiltIn {
    private static final String FILE = "/personas/personas.json";
    private static final List<Persona> ALL = read();

    private BuiltIn() {}

    private static List<Persona> read() {
        try (var file = BuiltIn.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the personas are missing: " + FILE);
            }
            return List.copyOf(WireJson.mapper().readValue(file, new TypeReference<List<Persona>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the personas cannot be read: " + FILE, e);
        }
    }

    static List<Persona> all() {
        return ALL;
    }

    static Persona usual() {
        return ALL.getFirst();
    }

    static Optional<Persona> find(String id) {
        return ALL.stream().filter(persona -> persona.id().equals(id)).findFirst();
    }
}
