package dev.warren.economy;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.ids.ChannelId;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the economy, as guilds see them. */
@ApplicationScoped
public class EconomySettings implements OfferedSettings {
    /** What guilds turn off when they want no economy. */
    public static final String MODULE = "economy";

    private static final String DAILY = "economy.daily";
    private static final String STREAK_BONUS = "economy.streak-bonus";
    private static final String STREAK_MOST = "economy.streak-most";
    private static final String WORK_MINIMUM = "economy.work-minimum";
    private static final String WORK_MAXIMUM = "economy.work-maximum";
    private static final String WORK_PAUSE = "economy.work-pause";
    private static final String ACTIVITY = "economy.activity";
    private static final String PAY_FEE = "economy.pay-fee";
    private static final String PAY_LIMIT = "economy.pay-limit";

    private static final String WEALTH_TAX = "economy.wealth-tax";
    private static final String WEALTH_THRESHOLD = "economy.wealth-threshold";
    private static final String BURNED = "economy.burned";
    private static final String NOTICES = "economy.notices";
    private static final String LEVEL_BONUS = "economy.level-bonus";

    private static final long MOST = 1_000_000;
    private static final long MOST_LIMIT = 1_000_000_000_000L;

    @Override
    public List<SettingDescription> settings() {
        return List.of(
                whole(DAILY, "Coins of /daily", 200, 0, MOST),
                whole(STREAK_BONUS, "Coins that each further day in a row adds to /daily", 20, 0, MOST),
                whole(STREAK_MOST, "Days in a row beyond which /daily grows no more", 30, 1, 365),
                whole(WORK_MINIMUM, "The least that /work earns", 50, 0, MOST),
                whole(WORK_MAXIMUM, "The most that /work earns; at least the least", 150, 0, MOST),
                described(
                        WORK_PAUSE, "How long to rest between two /work", SettingType.DURATION, "PT1H", 60, 7 * 86_400),
                whole(ACTIVITY, "Coins for each ten minutes of the clock in which a member wrote", 100, 0, MOST),
                described(PAY_FEE, "Percent of a payment that go to the treasury", SettingType.DECIMAL, "0", 0, 50),
                whole(PAY_LIMIT, "The most coins that a member may pay in a day; 0 for no limit", 0, 0, MOST_LIMIT),
                described(
                        WEALTH_TAX,
                        "Percent of what a member holds above the threshold that go to the treasury each Monday",
                        SettingType.DECIMAL,
                        "0",
                        0,
                        20),
                whole(
                        WEALTH_THRESHOLD,
                        "Coins, wallet and bank together, up to which there is no tax on wealth",
                        1_000_000,
                        0,
                        MOST_LIMIT),
                whole(BURNED, "Percent of fees and taxes that leave circulation, not into the treasury", 0, 0, 100),
                new SettingDescription(
                        NOTICES,
                        "Where the tax on wealth is announced a day before",
                        MODULE,
                        SettingType.CHANNEL,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                whole(LEVEL_BONUS, "Coins for each level that a member reaches, times the level", 0, 0, MOST));
    }

    private static SettingDescription whole(String key, String description, long fallback, long least, long most) {
        return described(key, description, SettingType.INTEGER, String.valueOf(fallback), least, most);
    }

    private static SettingDescription described(
            String key, String description, SettingType type, String fallback, long least, long most) {
        return new SettingDescription(
                key, description, MODULE, type, fallback, Optional.of(least), Optional.of(most), List.of());
    }

    /**
     * What a claim of the n-th day in a row earns.
     *
     * @param streak from 1
     */
    public static long daily(GuildSettings held, int streak) {
        long further = Math.min(streak, held.number(STREAK_MOST)) - 1L;
        return held.number(DAILY) + further * held.number(STREAK_BONUS);
    }

    public static long workMinimum(GuildSettings held) {
        return held.number(WORK_MINIMUM);
    }

    /** Not below the minimum: the two are set one by one. */
    public static long workMaximum(GuildSettings held) {
        return Math.max(held.number(WORK_MINIMUM), held.number(WORK_MAXIMUM));
    }

    public static Duration workPause(GuildSettings held) {
        return held.duration(WORK_PAUSE);
    }

    /** What ten minutes of writing earn; nothing while the module is off. */
    public static long activity(GuildSettings held) {
        return held.moduleOn(MODULE) ? held.number(ACTIVITY) : 0;
    }

    /** Percent of the wealth above the threshold. */
    public static BigDecimal wealthTax(GuildSettings held) {
        return new BigDecimal(held.text(WEALTH_TAX).orElse("0"));
    }

    public static long wealthThreshold(GuildSettings held) {
        return held.number(WEALTH_THRESHOLD);
    }

    public static long burnedPercent(GuildSettings held) {
        return held.number(BURNED);
    }

    /** What of a fee or a tax leaves circulation, rounded down. */
    public static long burned(GuildSettings held, long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(burnedPercent(held)))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** Where taxes are announced; none where nothing is set. */
    public static Optional<ChannelId> notices(GuildSettings held) {
        return held.text(NOTICES).map(ChannelId::of);
    }

    /** What a level earns; nothing while the module is off. */
    public static long levelBonus(GuildSettings held, int level) {
        return held.moduleOn(MODULE) ? Math.multiplyExact(held.number(LEVEL_BONUS), (long) level) : 0;
    }

    /** What of a payment goes to the treasury, rounded down. */
    public static long fee(GuildSettings held, long amount) {
        var percent = new BigDecimal(held.text(PAY_FEE).orElse("0"));
        return percent.multiply(BigDecimal.valueOf(amount))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** The most that a member may pay in a day; none where there is no limit. */
    public static Optional<Long> payLimit(GuildSettings held) {
        return Optional.of(held.number(PAY_LIMIT)).filter(limit -> limit > 0);
    }
}
