package dev.warren.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.SettingDescription;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomySettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 200", "2, 220", "30, 780", "31, 780", "400, 780"})
    void daily_ofDaysInARow_growsToItsMost(int streak, long coins) {
        assertThat(EconomySettings.daily(held(Map.of()), streak)).isEqualTo(coins);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 0", "2.5, 1000, 25", "2.5, 39, 0", "50, 1000000000000, 500000000000", "0.0001, 999999, 0"})
    void fee_ofAPayment_isRoundedDown(String percent, long amount, long fee) {
        assertThat(EconomySettings.fee(held(Map.of("economy.pay-fee", percent)), amount))
                .isEqualTo(fee);
    }

    @Test
    void wages_whoseMostIsBelowTheirLeast_areTheLeast() {
        var held = held(Map.of("economy.work-minimum", "500"));
        assertThat(EconomySettings.workMaximum(held)).isEqualTo(500);
    }

    @Test
    void activity_whileTheModuleIsOff_earnsNothing() {
        assertThat(EconomySettings.activity(held(Map.of()))).isEqualTo(100);
        assertThat(EconomySettings.activity(held(Map.of("module.economy", "off"))))
                .isZero();
    }

    @Test
    void limit_ofNothing_isNone() {
        assertThat(EconomySettings.payLimit(held(Map.of()))).isEmpty();
        assertThat(EconomySettings.payLimit(held(Map.of("economy.pay-limit", "9"))))
                .contains(9L);
    }

    private static GuildSettings held(Map<String, String> values) {
        return new GuildSettings(
                1,
                values,
                new EconomySettings()
                        .settings().stream()
                                .collect(Collectors.toMap(SettingDescription::key, SettingDescription::fallback)));
    }
}
