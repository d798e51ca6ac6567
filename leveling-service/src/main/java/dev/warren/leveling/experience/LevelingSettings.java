package dev.warren.leveling.experience;

import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The settings of leveling, as guilds see them. */
@ApplicationScoped
public class LevelingSettings implements OfferedSettings {
    /** What guilds turn off when they want no leveling. */
    public static final String MODULE = "leveling";

    static final String MINIMUM = "leveling.xp-minimum";
    static final String MAXIMUM = "leveling.xp-maximum";

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                amount(MINIMUM, "The least XP that a minute earns", XpRules.DEFAULT_MINIMUM),
                amount(MAXIMUM, "The most XP that a minute earns; at least the minimum", XpRules.DEFAULT_MAXIMUM));
    }

    private static SettingDescription amount(String key, String description, int fallback) {
        return new SettingDescription(
                key,
                description,
                MODULE,
                SettingType.INTEGER,
                String.valueOf(fallback),
                Optional.of((long) XpRules.LEAST),
                Optional.of((long) XpRules.MOST),
                List.of());
    }

    /** The rules that a version of a guild's settings makes. The two amounts are set one by one: a maximum below the minimum means it. */
    static XpRules rules(SettingsChanged changed) {
        var values = changed.values();
        int minimum = within(values.getOrDefault(MINIMUM, String.valueOf(XpRules.DEFAULT_MINIMUM)));
        int maximum = within(values.getOrDefault(MAXIMUM, String.valueOf(XpRules.DEFAULT_MAXIMUM)));
        var on = !"off".equals(values.get(GeneralSettings.MODULE + MODULE));
        return new XpRules(changed.version(), on, minimum, Math.max(minimum, maximum));
    }

    private static int within(String value) {
        return (int) Math.clamp(Long.parseLong(value), (long) XpRules.LEAST, (long) XpRules.MOST);
    }
}
