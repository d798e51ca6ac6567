package dev.warren.economy.game;

import dev.warren.economy.EconomySettings;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The settings of games. */
@ApplicationScoped
class GameSettings implements OfferedSettings {
    private static final String EDGE = "economy.house-edge";
    private static final String LEAST = "economy.bet-minimum";
    private static final String MOST = "economy.bet-maximum";
    private static final long MOST_OF_ALL = 1_000_000_000;

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                setting(EDGE, "Percent of bets that the house keeps on average", SettingType.DECIMAL, "2.5", 0, 20),
                setting(LEAST, "The least coins of a bet", SettingType.INTEGER, "1", 1, MOST_OF_ALL),
                setting(
                        MOST,
                        "The most coins of a bet; at least the least",
                        SettingType.INTEGER,
                        "10000",
                        1,
                        MOST_OF_ALL));
    }

    private static SettingDescription setting(
            String key, String description, SettingType type, String fallback, long least, long most) {
        return new SettingDescription(
                key,
                description,
                EconomySettings.MODULE,
                type,
                fallback,
                Optional.of(least),
                Optional.of(most),
                List.of());
    }

    /** In hundredths of a percent; what is finer is rounded. */
    static int edge(GuildSettings held) {
        return new BigDecimal(held.text(EDGE).orElse("0"))
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    static long least(GuildSettings held) {
        return held.number(LEAST);
    }

    /** Not below the least: the two are set one by one. */
    static long most(GuildSettings held) {
        return Math.max(held.number(LEAST), held.number(MOST));
    }
}
