package dev.warren.memory.settings;

import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The settings that every service follows. */
@ApplicationScoped
class GeneralOffers implements OfferedSettings {
    private static final long LONGEST_PREFIX = 5;

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                general(GeneralSettings.PREFIX, "What begins a command that is written as a message", SettingType.TEXT),
                general(
                        GeneralSettings.TIMEZONE,
                        "The timezone in which days and times are told",
                        SettingType.TIMEZONE),
                general(GeneralSettings.LANGUAGE, "The language in which I answer", SettingType.LANGUAGE));
    }

    private static SettingDescription general(String key, String description, SettingType type) {
        boolean bounded = type == SettingType.TEXT;
        return new SettingDescription(
                key,
                description,
                "general",
                type,
                GeneralSettings.FALLBACKS.getOrDefault(key, ""),
                bounded ? Optional.of(1L) : Optional.empty(),
                bounded ? Optional.of(LONGEST_PREFIX) : Optional.empty(),
                List.of());
    }
}
