package dev.warren.ai.offline;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.warren.schemas.event.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What people ask, by where it goes, and what the persona says by itself: {@code offline/intents.json} and {@code offline/lines.json}. */
final class Intents {
    private static final Map<String, List<String>> EXAMPLES = read("/offline/intents.json");
    private static final Map<String, List<String>> LINES = read("/offline/lines.json");

    private Intents() {}

    /** A known question and where it goes: {@code tool:…}, {@code say:…} or {@code none}. */
    record Example(String label, String text) {}

    private static Map<String, List<String>> read(String name) {
        try (var file = Intents.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("a file is missing: " + name);
            }
            return WireJson.mapper().readValue(file, new TypeReference<Map<String, List<String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be read: " + name, e);
        }
    }

    static List<Example> examples() {
        return EXAMPLES.entrySet().stream()
                .flatMap(intent -> intent.getValue().stream().map(text -> new Example(intent.getKey(), text)))
                .toList();
    }

    /** What the persona may say of a topic; the same question gets the same line. */
    static String line(String topic, String question) {
        var lines = LINES.getOrDefault(topic, List.of());
        if (lines.isEmpty()) {
            throw new IllegalStateException("there is nothing to say of: " + topic);
        }
        return lines.get(Math.floorMod(question.hashCode(), lines.size()));
    }
}
