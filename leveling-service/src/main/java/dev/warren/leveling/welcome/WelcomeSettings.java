package dev.warren.leveling.welcome;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where and with which words members are welcomed, and which roles they get. */
@ApplicationScoped
class WelcomeSettings implements OfferedSettings {
    /** What there are texts for. */
    enum Occasion {
        WELCOME("welcome", "Welcome to {server}, {member}! You are member {count}."),
        FAREWELL("farewell", "{name} has left {server}.");

        private final String word;
        private final String fallback;

        Occasion(String word, String fallback) {
            this.word = word;
            this.fallback = fallback;
        }

        String word() {
            return word;
        }

        String channelKey() {
            return "leveling." + word + "-channel";
        }

        String textKey() {
            return "leveling." + word + "-text";
        }
    }

    /** Roles that a newcomer may get. */
    static final int ROLES = 3;

    private static final String ROLE = "leveling.join-role-";
    private static final long LONGEST = 1_000;

    static String roleKey(int number) {
        return ROLE + number;
    }

    @Override
    public List<SettingDescription> settings() {
        var all = new java.util.ArrayList<SettingDescription>();
        for (var occasion : Occasion.values()) {
            all.add(setting(
                    occasion.channelKey(),
                    "Where a " + occasion.word + " is posted; none for nowhere",
                    SettingType.CHANNEL));
            all.add(new SettingDescription(
                    occasion.textKey(),
                    "What a " + occasion.word + " says; {member}, {name}, {server} and {count} are filled in",
                    LevelingSettings.MODULE,
                    SettingType.TEXT,
                    occasion.fallback,
                    Optional.of(1L),
                    Optional.of(LONGEST),
                    List.of()));
        }
        IntStream.rangeClosed(1, ROLES)
                .forEach(number -> all.add(
                        setting(roleKey(number), "A role that newcomers get; none for none", SettingType.ROLE)));
        return all;
    }

    private static SettingDescription setting(String key, String description, SettingType type) {
        return new SettingDescription(
                key, description, LevelingSettings.MODULE, type, "", Optional.empty(), Optional.empty(), List.of());
    }

    /** None where nothing is posted. */
    static Optional<ChannelId> channel(GuildSettings settings, Occasion occasion) {
        return settings.text(occasion.channelKey()).map(ChannelId::of);
    }

    static String text(GuildSettings settings, Occasion occasion) {
        return settings.text(occasion.textKey()).orElse(occasion.fallback);
    }

    static List<RoleId> roles(GuildSettings settings) {
        return IntStream.rangeClosed(1, ROLES)
                .mapToObj(number -> settings.text(roleKey(number)))
                .flatMap(Optional::stream)
                .map(RoleId::of)
                .distinct()
                .toList();
    }
}
