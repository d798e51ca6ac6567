package dev.warren.leveling.level;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What guilds may choose about levels. */
@ApplicationScoped
class LevelSettings implements OfferedSettings {
    static final String ANNOUNCE = "leveling.announce";
    static final String CHANNEL = "leveling.announce-channel";
    static final String EVERY = "leveling.announce-every";
    static final String TEXT = "leveling.announce-text";
    static final String ROLES = "leveling.level-roles";

    /** Where they wrote, in one channel for all, directly, or not at all. */
    static final String HERE = "here";

    static final String ONE_CHANNEL = "channel";
    static final String DIRECT = "dm";
    static final String OFF = "off";

    static final String DEFAULT_TEXT = "{member} reached level **{level}**!";
    private static final long LONGEST_TEXT = 500;
    private static final long RAREST = 100;

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                new SettingDescription(
                        ANNOUNCE,
                        "Where levels are announced",
                        LevelingSettings.MODULE,
                        SettingType.CHOICE,
                        HERE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(HERE, ONE_CHANNEL, DIRECT, OFF)),
                described(CHANNEL, "The channel for announcements", SettingType.CHANNEL, "", 0, 0),
                described(EVERY, "Announce every so many levels", SettingType.INTEGER, "1", 1, RAREST),
                described(
                        TEXT,
                        "What is said: {member}, {name}, {level}, {previous}, {xp}, {server}",
                        SettingType.TEXT,
                        DEFAULT_TEXT,
                        1,
                        LONGEST_TEXT),
                described(ROLES, "Roles that reward levels; set by /level-roles", SettingType.STRUCTURE, "", 0, 0));
    }

    private static SettingDescription described(
            String key, String description, SettingType type, String fallback, long least, long most) {
        return new SettingDescription(
                key,
                description,
                LevelingSettings.MODULE,
                type,
                fallback,
                Optional.of(least).filter(_ -> most > 0),
                Optional.of(most).filter(some -> some > 0),
                List.of());
    }
}
