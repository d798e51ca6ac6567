package dev.warren.ai.images;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.warren.schemas.event.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a picture looks: {@code images/styles.json} has all of them.
 *
 * @param prompt what is added to what the member wrote
 * @param preset Stability's own name of such a style, where it has one
 */
record Style(String id, String name, String prompt, Optional<String> preset) {
    /** Source: Stability's API reference, "Stable Image Core", parameter style_preset. */
    static final Set<String> PRESETS = Set.of(
            "3d-model",
            "analog-film",
            "anime",
            "cinematic",
            "comic-book",
            "digital-art",
            "enhance",
            "fantasy-art",
            "isometric",
            "line-art",
            "low-poly",
            "modeling-compound",
            "neon-punk",
            "origami",
            "photographic",
            "pixel-art",
            "tile-texture");

    private static final String FILE = "/images/styles.json";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PROMPT = 120;
    private static final List<Style> ALL = read();

    Style {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("id must be lower-case words joined by hyphens: " + id);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME + " characters: " + id);
        }
        if (prompt.isBlank() || prompt.length() > LONGEST_PROMPT) {
            throw new IllegalArgumentException("prompt must have 1 to " + LONGEST_PROMPT + " characters: " + id);
        }
        if (preset.filter(one -> !PRESETS.contains(one)).isPresent()) {
            throw new IllegalArgumentException("preset must be one of " + PRESETS + ": " + preset.get());
        }
    }

    private static List<Style> read() {
        try (var file = Style.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the styles are missing: " + FILE);
            }
            return List.copyOf(WireJson.mapper().readValue(file, new TypeReference<List<Style>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the styles cannot be read: " + FILE, e);
        }
    }

    static List<Style> all() {
        return ALL;
    }

    /** By id or name, in any case. */
    static Optional<Style> find(String written) {
        var wanted = written.strip().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(style -> style.id().equals(wanted)
                        || style.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
