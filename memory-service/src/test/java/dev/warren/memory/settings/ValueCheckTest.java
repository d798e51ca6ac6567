package dev.warren.memory.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.settings.CheckedValue.Fine;
import dev.warren.memory.settings.CheckedValue.Wrong;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {
    private static SettingDescription setting(String key, SettingType type) {
        return new SettingDescription(
                key, "A setting", "general", type, "", Optional.empty(), Optional.empty(), List.of());
    }

    private static SettingDescription between(String key, SettingType type, long least, long most) {
        return new SettingDescription(
                key, "A setting", "general", type, "", Optional.of(least), Optional.of(most), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, ' hello ', hello",
        "INTEGER, '1,000', 1000",
        "DECIMAL, 1.50, 1.5",
        "DECIMAL, 10, 10",
        "SWITCH, YES, on",
        "SWITCH, disabled, off",
        "CHANNEL, <#123>, 123",
        "ROLE, <@&456>, 456",
        "ROLE, 456, 456",
        "DURATION, 1h30m, PT1H30M",
        "DURATION, 90 s, PT1M30S",
        "TIMEZONE, europe/berlin, Europe/Berlin",
        "TIMEZONE, America/New York, America/New_York",
        "LANGUAGE, de-AT, de"
    })
    void check_asAPersonWritesIt_isBroughtIntoTheWireForm(SettingType type, String typed, String canonical) {
        assertThat(ValueCheck.check(setting("some.key", type), typed)).isEqualTo(new Fine(canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, ten, must be a whole number",
        "INTEGER, 1.5, must be a whole number",
        "DECIMAL, 1.23456, at most 4 decimal places",
        "SWITCH, maybe, must be on or off",
        "CHANNEL, general, must be a channel",
        "ROLE, <#123>, must be a role",
        "DURATION, soon, must be a time span",
        "TIMEZONE, Mars/Olympus, must be a timezone",
        "LANGUAGE, fr, must be one of en"
    })
    void check_aWrongValue_namesSettingRuleAndValue(SettingType type, String typed, String rule) {
        assertThat(ValueCheck.check(setting("some.key", type), typed))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.why()).contains("`some.key`", rule, "`" + typed + "`"));
    }

    @Test
    void check_aNumberOutsideItsBounds_namesTheBounds() {
        assertThat(ValueCheck.check(between("xp", SettingType.INTEGER, 1, 100), "101"))
                .isEqualTo(new Wrong("`xp` must be 1 to 100, not `101`."));
        assertThat(ValueCheck.check(between("xp", SettingType.INTEGER, 1, 100), "100"))
                .isEqualTo(new Fine("100"));
    }

    @Test
    void check_aPrefixWithSpaceOrTooLong_isRefused() {
        var prefix = between("prefix", SettingType.TEXT, 1, 5);
        assertThat(ValueCheck.check(prefix, "a b")).isInstanceOf(Wrong.class);
        assertThat(ValueCheck.check(prefix, "warren"))
                .isEqualTo(new Wrong("`prefix` must have 1 to 5 characters, not `warren`."));
        assertThat(ValueCheck.check(prefix, "?!")).isEqualTo(new Fine("?!"));
    }

    @Test
    void check_aBackquoteInAWrongValue_cannotBreakOutOfItsCode() {
        var wrong = ValueCheck.check(setting("some.key", SettingType.SWITCH), "a`b");
        assertThat(wrong).isEqualTo(new Wrong("`some.key` must be on or off, not `a'b`."));
    }

    @Test
    void check_anEmptyValue_saysHowToReset() {
        assertThat(ValueCheck.check(setting("some.key", SettingType.TEXT), "  "))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.why()).contains("reset"));
    }
}
