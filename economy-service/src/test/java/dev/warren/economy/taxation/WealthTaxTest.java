package dev.warren.economy.taxation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.economy.taxation.Supply.Day;
import dev.warren.economy.taxation.Supply.Flow;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WealthTaxTest {
    @ParameterizedTest
    @CsvSource({"1000, 0", "1001, 0", "1040, 1", "1080, 2", "0, 0", "9223372036854775807, 230584300921369370"})
    void tax_ofWealth_isWhatLiesAboveTheThresholdRoundedDown(long wealth, long due) {
        assertThat(tax("2.5", 1_000).of(wealth)).isEqualTo(due);
    }

    @Test
    void tax_thatWasToldOtherwise_isNeverMoreThanTold() {
        assertThat(tax("5", 1_000).asTold(tax("2", 3_000))).isEqualTo(tax("2", 3_000));
        assertThat(tax("5", 1_000).asTold(tax("7", 10))).isEqualTo(tax("5", 1_000));
        assertThat(tax("5", 1_000).asTold(tax("0", 10)).isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, UTC,              2026-11-23",
        "2026-11-22T23:30:00Z, UTC,              2026-11-23",
        "2026-11-22T23:30:00Z, Asia/Tokyo,       2026-11-30",
        "2026-11-23T00:00:00Z, UTC,              2026-11-30",
        "2026-11-23T00:00:00Z, America/New_York, 2026-11-23",
    })
    void day_ofTheTax_isTheNextMondayInTheGuildsZone(Instant now, ZoneId zone, LocalDate day) {
        assertThat(WealthTax.next(now, zone)).isEqualTo(day);
    }

    @Test
    void tax_beyondItsBounds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tax("101", 1))
                .withMessage("percent must be 0 to 100: 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tax("1", -1))
                .withMessage("threshold must not be negative: -1");
    }

    @Test
    void supply_ofEachDay_isReckonedBackFromWhatThereIs() {
        // Given 500 coins now; 200 made on Tuesday, on Wednesday 100 made and 40 taken out
        var tuesday = LocalDate.of(2026, 11, 17);
        var supply = new Supply(
                Map.of(AccountKind.WALLET, 450L, AccountKind.TREASURY, 50L),
                List.of(
                        new Flow(tuesday, Cause.DAILY, AccountKind.MINT, -200),
                        new Flow(tuesday.plusDays(1), Cause.GRANT, AccountKind.MINT, -100),
                        new Flow(tuesday.plusDays(1), Cause.BURN, AccountKind.MINT, 40),
                        new Flow(tuesday.plusDays(1), Cause.BURN, AccountKind.TREASURY, -40),
                        new Flow(tuesday.plusDays(1), Cause.FINE, AccountKind.TREASURY, 90)),
                tuesday.minusDays(1),
                tuesday.plusDays(2));
        // Then
        assertThat(supply.days())
                .containsExactly(
                        new Day(tuesday.minusDays(1), 240, 0, 0),
                        new Day(tuesday, 440, 200, 0),
                        new Day(tuesday.plusDays(1), 500, 100, 40),
                        new Day(tuesday.plusDays(2), 500, 0, 0));
        assertThat(supply.sources()).isEqualTo(Map.of(Cause.DAILY, 200L, Cause.GRANT, 100L));
        assertThat(supply.sinks()).isEqualTo(Map.of(Cause.BURN, 40L));
        assertThat(supply.collected()).isEqualTo(Map.of(Cause.FINE, 90L));
    }

    private static WealthTax tax(String percent, long threshold) {
        return new WealthTax(new BigDecimal(percent), threshold);
    }
}
