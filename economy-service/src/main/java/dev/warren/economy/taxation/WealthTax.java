package dev.warren.economy.taxation;

import dev.warren.economy.EconomySettings;
import dev.warren.runtime.settings.GuildSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * What of great wealth goes to the treasury on a Monday at 0:00 in the guild's time zone.
 *
 * @param percent of what lies above the threshold
 * @param threshold whole coins, wallet and bank together
 */
record WealthTax(BigDecimal percent, long threshold) {
    /** How long before the members are told. */
    static final Duration NOTICE = Duration.ofHours(24);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    WealthTax {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("percent must be 0 to 100: " + percent);
        }
        if (threshold < 0) {
            throw new IllegalArgumentException("threshold must not be negative: " + threshold);
        }
    }

    /** By what is set, which is nothing while the module is off. */
    static WealthTax of(GuildSettings held) {
        return new WealthTax(
                held.moduleOn(EconomySettings.MODULE) ? EconomySettings.wealthTax(held) : BigDecimal.ZERO,
                EconomySettings.wealthThreshold(held));
    }

    /** What may be taken where another held when the members were told: nobody pays more than they knew of. */
    WealthTax asTold(WealthTax told) {
        return new WealthTax(percent.min(told.percent), Math.max(threshold, told.threshold));
    }

    boolean isNone() {
        return percent.signum() == 0;
    }

    /**
     * What somebody pays, rounded down.
     *
     * @param wealth whole coins
     */
    long of(long wealth) {
        return wealth <= threshold
                ? 0
                : BigDecimal.valueOf(wealth - threshold)
                        .multiply(percent)
                        .divide(HUNDRED, 0, RoundingMode.DOWN)
                        .longValueExact();
    }

    /** The next Monday after a time. */
    static LocalDate next(Instant after, ZoneId zone) {
        return after.atZone(zone).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
