package dev.warren.economy.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.earning.Daily.Claim.Granted;
import dev.warren.economy.earning.Daily.Claim.TooEarly;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void claim_forTheFirstTime_beginsAStreak() {
        var now = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(Daily.NEVER.claim(now, UTC)).isEqualTo(new Granted(new Daily(Optional.of(now), 1)));
    }

    @Test
    void claim_oneSecondBeforeTheDayIsOver_isRefusedWithItsTime() {
        var daily = new Daily(Optional.of(Instant.parse("2026-11-20T12:00:00Z")), 4);
        assertThat(daily.claim(Instant.parse("2026-11-21T11:59:59Z"), UTC))
                .isEqualTo(new TooEarly(Instant.parse("2026-11-21T12:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        // claimed at, claims at, zone, streak after
        "2026-11-20T12:00:00Z, 2026-11-21T12:00:00Z, UTC, 5",
        "2026-11-20T12:00:00Z, 2026-11-22T23:59:59Z, UTC, 5",
        "2026-11-20T12:00:00Z, 2026-11-23T00:00:00Z, UTC, 1",
        // it opens on the 21st in London but on the 22nd in Auckland, which has more days for it
        "2026-11-20T12:00:00Z, 2026-11-22T23:59:59Z, Europe/London, 5",
        "2026-11-20T12:00:00Z, 2026-11-23T10:59:59Z, Pacific/Auckland, 5",
        "2026-11-20T12:00:00Z, 2026-11-23T11:00:00Z, Pacific/Auckland, 1",
        // the night in which clocks go back has 25 hours, and is one day all the same
        "2026-10-24T22:30:00Z, 2026-10-26T22:59:59Z, Europe/Berlin, 5",
        "2026-10-24T22:30:00Z, 2026-10-26T23:00:00Z, Europe/Berlin, 1",
    })
    void streak_goesOn_whenTheClaimIsOnTheDayItOpensOrTheNext(Instant before, Instant now, ZoneId zone, int streak) {
        var daily = new Daily(Optional.of(before), 4);
        assertThat(daily.claim(now, zone)).isEqualTo(new Granted(new Daily(Optional.of(now), streak)));
    }
}
