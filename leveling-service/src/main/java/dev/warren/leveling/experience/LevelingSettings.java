package dev.warren.leveling.experience;

import dev.warren.leveling.rules.SchemeJson;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of leveling, as guilds see them. */
@ApplicationScoped
public class LevelingSettings implements OfferedSettings {
    /** What guilds turn off when they want no leveling. */
    public static final String MODULE = "leveling";

    public static final String MINIMUM = "leveling.xp-minimum";
    public static final String MAXIMUM = "leveling.xp-maximum";
    public static final String VOICE = "leveling.voice-xp";
    public static final String COINS = "leveling.coins-per-xp";

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                amount(MINIMUM, "The least XP that a minute earns", XpRules.DEFAULT_MINIMUM),
                amount(MAXIMUM, "The most XP that a minute earns; at least the minimum", XpRules.DEFAULT_MAXIMUM),
                amount(VOICE, "XP of a full minute in a voice channel; 0 for none", XpRules.DEFAULT_VOICE),
                described(
                        COINS,
                        "How many earned coins make one XP; 0 for none",
                        SettingType.INTEGER,
                        "0",
                        Optional.of(XpRules.MOST_COINS)),
                structure(SchemeJson.GROWTHS, "What XP grows with: length, pause, level"),
                structure(SchemeJson.MULTIPLIERS, "Factors of roles, channels and the server"),
                structure(SchemeJson.EXCLUSIONS, "Roles and channels that earn nothing"),
                structure(SchemeJson.FARMING, "What keeps farmers away"),
                structure(SchemeJson.CURVE, "How much XP a level takes"));
    }

    private static SettingDescription structure(String key, String description) {
        return described(key, description + "; set by /xp rules", SettingType.STRUCTURE, "", Optional.empty());
    }

    private static SettingDescription amount(String key, String description, int fallback) {
        return described(
                key, description, SettingType.INTEGER, String.valueOf(fallback), Optional.of((long) XpRules.MOST));
    }

    private static SettingDescription described(
            String key, String description, SettingType type, String fallback, Optional<Long> most) {
        return new SettingDescription(
                key, description, MODULE, type, fallback, most.map(_ -> (long) XpRules.LEAST), most, List.of());
    }

    /** The rules that a version of a guild's settings makes. The two amounts are set one by one: a maximum below the minimum means it. */
    static XpRules rules(SettingsChanged changed) {
        var values = changed.values();
        int minimum = within(values, MINIMUM, XpRules.DEFAULT_MINIMUM);
        int maximum = within(values, MAXIMUM, XpRules.DEFAULT_MAXIMUM);
        return new XpRules(
                changed.version(),
                !"off".equals(values.get(GeneralSettings.MODULE + MODULE)),
                minimum,
                Math.max(minimum, maximum),
                SchemeJson.read(values),
                SchemeJson.curve(values),
                within(values, VOICE, XpRules.DEFAULT_VOICE),
                Math.clamp(Long.parseLong(values.getOrDefault(COINS, "0")), 0, XpRules.MOST_COINS));
    }

    private static int within(Map<String, String> values, String key, int fallback) {
        var value = values.getOrDefault(key, String.valueOf(fallback));
        return (int) Math.clamp(Long.parseLong(value), (long) XpRules.LEAST, (long) XpRules.MOST);
    }
}
