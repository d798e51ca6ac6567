package dev.warren.memory.settings;

import dev.warren.memory.settings.CheckedValue.Fine;
import dev.warren.memory.settings.CheckedValue.Wrong;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.texts.Durations;
import dev.warren.schemas.bot.SettingDescription;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what somebody typed against what was announced, and brings it into the form in which it travels. */
final class ValueCheck {
    /** The languages in which the bot has texts. */
    static final Set<String> LANGUAGES = Set.of("en", "de", "es");

    private static final Set<String> ON = Set.of("on", "true", "yes", "1", "enable", "enabled");
    private static final Set<String> OFF = Set.of("off", "false", "no", "0", "disable", "disabled");
    private static final Pattern CHANNEL = Pattern.compile("(?:<#)?(\\d{1,19})>?");
    private static final Pattern ROLE = Pattern.compile("(?:<@&)?(\\d{1,19})>?");
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_STRUCTURE = 65_536;
    private static final int DECIMAL_PLACES = 4;

    private ValueCheck() {}

    static CheckedValue check(SettingDescription setting, String typed) {
        var value = typed.strip();
        if (value.isEmpty()) {
            return new Wrong("`" + setting.key() + "` must not be empty. To go back to the default, reset it.");
        }
        return switch (setting.type()) {
            case TEXT -> text(setting, value);
            case INTEGER -> integer(setting, value);
            case DECIMAL -> decimal(setting, value);
            case SWITCH -> onOrOff(setting, value);
            case CHANNEL -> mention(CHANNEL, setting, value, "a channel, such as #general");
            case ROLE -> mention(ROLE, setting, value, "a role, such as @Members");
            case DURATION -> duration(setting, value);
            case CHOICE -> choice(setting, value);
            case TIMEZONE -> timezone(setting, value);
            case LANGUAGE -> language(setting, value);
            case STRUCTURE ->
                value.length() > LONGEST_STRUCTURE
                        ? wrong(setting, "must have at most 65,536 characters", value.length() + " characters")
                        : new Fine(value);
        };
    }

    private static CheckedValue text(SettingDescription setting, String value) {
        if (setting.key().equals(GeneralSettings.PREFIX) && value.chars().anyMatch(Character::isWhitespace)) {
            return wrong(setting, "must not contain spaces", value);
        }
        return within(setting, value.length(), LONGEST_TEXT)
                ? new Fine(value)
                : wrong(setting, "must have " + bounds(setting, LONGEST_TEXT) + " characters", value);
    }

    private static CheckedValue integer(SettingDescription setting, String value) {
        try {
            long number = Long.parseLong(value.replace(",", "").replace("_", ""));
            return within(setting, number, Long.MAX_VALUE)
                    ? new Fine(Long.toString(number))
                    : wrong(setting, "must be " + bounds(setting, Long.MAX_VALUE), value);
        } catch (NumberFormatException e) {
            return wrong(setting, "must be a whole number", value);
        }
    }

    private static CheckedValue decimal(SettingDescription setting, String value) {
        try {
            var number = new BigDecimal(value).stripTrailingZeros();
            boolean inside = setting.minimum().stream()
                            .allMatch(least -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
                    && setting.maximum().stream().allMatch(most -> number.compareTo(BigDecimal.valueOf(most)) <= 0);
            return number.scale() > DECIMAL_PLACES || !inside
                    ? wrong(
                            setting,
                            "must be " + bounds(setting, Long.MAX_VALUE) + " with at most 4 decimal places",
                            value)
                    : new Fine(number.toPlainString());
        } catch (NumberFormatException e) {
            return wrong(setting, "must be a number such as 1.5", value);
        }
    }

    private static CheckedValue onOrOff(SettingDescription setting, String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        if (ON.contains(lower)) {
            return new Fine("on");
        }
        return OFF.contains(lower) ? new Fine("off") : wrong(setting, "must be on or off", value);
    }

    private static CheckedValue mention(Pattern form, SettingDescription setting, String value, String wanted) {
        var found = form.matcher(value);
        return found.matches() ? new Fine(found.group(1)) : wrong(setting, "must be " + wanted, value);
    }

    private static CheckedValue duration(SettingDescription setting, String value) {
        return Durations.parse(value)
                .<CheckedValue>map(length -> within(setting, length.toSeconds(), Long.MAX_VALUE)
                        ? new Fine(length.toString())
                        : wrong(setting, "must be " + bounds(setting, Long.MAX_VALUE) + " seconds", value))
                .orElseGet(() -> wrong(setting, "must be a time span such as 10m or 1h30m", value));
    }

    private static CheckedValue choice(SettingDescription setting, String value) {
        return setting.choices().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .<CheckedValue>map(Fine::new)
                .orElseGet(() -> wrong(setting, "must be one of " + String.join(", ", setting.choices()), value));
    }

    private static CheckedValue timezone(SettingDescription setting, String value) {
        try {
            var wanted = value.replace(' ', '_');
            var zone = ZoneId.getAvailableZoneIds().stream()
                    .filter(wanted::equalsIgnoreCase)
                    .findFirst()
                    .orElse(wanted);
            return new Fine(ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            return wrong(setting, "must be a timezone such as Europe/Berlin", value);
        }
    }

    private static CheckedValue language(SettingDescription setting, String value) {
        var language = Locale.forLanguageTag(value.replace('_', '-')).getLanguage();
        return LANGUAGES.contains(language)
                ? new Fine(language)
                : wrong(setting, "must be one of en (English), de (German), es (Spanish)", value);
    }

    private static boolean within(SettingDescription setting, long is, long most) {
        return is >= setting.minimum().orElse(Long.MIN_VALUE)
                && is <= Math.min(most, setting.maximum().orElse(Long.MAX_VALUE));
    }

    private static String bounds(SettingDescription setting, long most) {
        long maximum = Math.min(most, setting.maximum().orElse(Long.MAX_VALUE));
        return setting.minimum()
                .map(least -> maximum == Long.MAX_VALUE ? "at least " + least : least + " to " + maximum)
                .orElseGet(() -> maximum == Long.MAX_VALUE ? "a number" : "at most " + maximum);
    }

    private static Wrong wrong(SettingDescription setting, String rule, String value) {
        var shown = value.length() <= 80 ? value : value.substring(0, 80) + "…";
        return new Wrong("`" + setting.key() + "` " + rule + ", not `" + shown.replace('`', '\'') + "`.");
    }
}
