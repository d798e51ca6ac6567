package dev.warren.runtime.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one guild as they hold at one moment.
 *
 * @param version 0 where nothing was ever set
 * @param values what differs from the defaults
 * @param fallbacks the defaults of this service's settings and of the general ones
 */
public record GuildSettings(long version, Map<String, String> values, Map<String, String> fallbacks) {
    public GuildSettings {
        values = Map.copyOf(values);
        fallbacks = Map.copyOf(fallbacks);
    }

    /** The value, or its default; none when both are empty. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.getOrDefault(key, fallbacks.get(key))).filter(value -> !value.isEmpty());
    }

    public boolean on(String key) {
        return text(key).filter("on"::equals).isPresent();
    }

    /** @throws IllegalStateException when the setting has neither value nor default */
    public long number(String key) {
        return Long.parseLong(required(key));
    }

    /** @throws IllegalStateException when the setting has neither value nor default */
    public Duration duration(String key) {
        return Duration.parse(required(key));
    }

    /** Whether a module is on; every module is unless it was turned off. */
    public boolean moduleOn(String module) {
        return !"off".equals(values.get(GeneralSettings.MODULE + module));
    }

    public ZoneId timezone() {
        return ZoneId.of(required(GeneralSettings.TIMEZONE));
    }

    public Locale language() {
        return Locale.forLanguageTag(required(GeneralSettings.LANGUAGE));
    }

    public String prefix() {
        return required(GeneralSettings.PREFIX);
    }

    private String required(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException("setting has neither value nor default: " + key));
    }
}
