package dev.warren.schemas.bot;

import java.util.List;
import java.util.Optional;

/**
 * A setting of a guild as announced by the service that follows it.
 *
 * @param key unique over all services, such as {@code prefix} or {@code leveling.announce}
 * @param module for whose settings it is shown
 * @param fallback the value where none is set; empty for none
 * @param minimum of a whole number, or the fewest characters of a text, or the shortest duration in seconds
 * @param maximum likewise
 * @param choices the values of a {@link SettingType#CHOICE}
 */
public record SettingDescription(
        String key,
        String description,
        String module,
        SettingType type,
        String fallback,
        Optional<Long> minimum,
        Optional<Long> maximum,
        List<String> choices) {
    public SettingDescription {
        if (!key.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*") || key.length() > 64) {
            throw new IllegalArgumentException(
                    "key must be lower-case words joined by dots, at most 64 characters: " + key);
        }
        if (type == SettingType.CHOICE && choices.isEmpty()) {
            throw new IllegalArgumentException("choices must not be empty: " + key);
        }
        if (minimum.isPresent() && maximum.isPresent() && minimum.get() > maximum.get()) {
            throw new IllegalArgumentException(
                    "minimum must not be above maximum: " + minimum.get() + ", " + maximum.get());
        }
        choices = List.copyOf(choices);
    }

    /** What a setting holds. Values travel as text. */
    public enum SettingType {
        TEXT,
        /** Whole number. */
        INTEGER,
        /** Decimal number with at most 4 places. */
        DECIMAL,
        /** {@code on} or {@code off}. */
        SWITCH,
        /** A snowflake; empty for none. */
        CHANNEL,
        /** A snowflake; empty for none. */
        ROLE,
        /** ISO-8601 in the record; {@code 10m} and the like are understood. */
        DURATION,
        CHOICE,
        /** An IANA zone. */
        TIMEZONE,
        /** A language of the bot: BCP 47. */
        LANGUAGE,
        /** JSON of the announcing service, at most 64 KiB; it is set by that service's own commands, not by hand. */
        STRUCTURE
    }
}
