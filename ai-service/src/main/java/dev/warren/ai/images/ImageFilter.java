package dev.warren.ai.images;

import dev.warren.ai.rules.ContentRules;
import dev.warren.runtime.settings.GuildSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** What no picture may show: the words of {@code images/blocked.txt} everywhere, and what the guild's own rules name. */
final class ImageFilter {
    private static final String NAME = "pictures for everybody";
    private static final ContentRules EVERYWHERE = ContentRules.read(NAME + ": " + words());

    private ImageFilter() {}

    private static String words() {
        try (var file = ImageFilter.class.getResourceAsStream("/images/blocked.txt")) {
            if (file == null) {
                throw new IllegalStateException("the words are missing that no picture may have");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the rule that a prompt breaks; none where it is fine. */
    static Optional<String> broken(String prompt, GuildSettings settings) {
        return EVERYWHERE
                .broken(prompt)
                .or(() -> ContentRules.of(settings, ContentRules.Side.PROMPT).broken(prompt));
    }
}
