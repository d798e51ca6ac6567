package dev.warren.schemas.bot;

import dev.warren.schemas.discord.OptionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An argument of a command.
 *
 * @param minimum of a number or an amount, or the fewest characters of a text
 * @param maximum of a number or an amount, or the most characters of a text
 * @param choices at most 25; empty for a free value
 * @param autocomplete whether the service completes it
 * @param rest for prefix: takes all words that are left; only the last option may
 */
public record OptionDescription(
        String name,
        String description,
        OptionType type,
        boolean required,
        Optional<Long> minimum,
        Optional<Long> maximum,
        List<Choice> choices,
        boolean autocomplete,
        boolean rest,
        Map<String, CommandDescription.Translation> translations) {
    public OptionDescription {
        if (!name.matches(CommandDescription.NAME)) {
            throw new IllegalArgumentException("name must match " + CommandDescription.NAME + ": " + name);
        }
        if (description.isBlank() || description.length() > 100) {
            throw new IllegalArgumentException("description must have 1 to 100 characters: " + description);
        }
        if (choices.size() > 25) {
            throw new IllegalArgumentException("choices must be at most 25: " + choices.size());
        }
        if (autocomplete && !choices.isEmpty()) {
            throw new IllegalArgumentException("choices and autocomplete exclude each other: " + name);
        }
        if (minimum.isPresent() && maximum.isPresent() && minimum.get() > maximum.get()) {
            throw new IllegalArgumentException(
                    "minimum must not be above maximum: " + minimum.get() + ", " + maximum.get());
        }
        choices = List.copyOf(choices);
        translations = Map.copyOf(translations);
    }

    /** A value to choose, with what the member reads. */
    public record Choice(String name, String value) {}
}
