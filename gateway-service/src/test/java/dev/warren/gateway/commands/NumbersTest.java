package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                | 7",
                "-12              | -12",
                "+3               | 3",
                "1,000            | 1000",
                "1.000.000        | 1000000",
                "1_000            | 1000",
                "1 000            | 1000",
                "٤٢               | 42",
                "१२३              | 123",
                "４２              | 42",
                "−5               | -5",
                "9007199254740992 | 9007199254740992",
            })
    void wholeNumber_inAnyScript_isRead(String written, long value) {
        assertThat(Numbers.whole(written)).isEqualTo(OptionalLong.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1a", "1.5", "1,00", "--1", "9007199254740993", "1e3", "0x10", "½", "Ⅷ"})
    void wholeNumber_thatIsNone_isNot(String written) {
        assertThat(Numbers.whole(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5       | 1.5",
                "1,5       | 1.5",
                "1,000.25  | 1000.25",
                "1.000,25  | 1000.25",
                "1,000     | 1000",
                "-0.5      | -0.5",
                "٣٫٥       | 3.5",
                "3.125     | 3.125",
            })
    void decimal_withEitherSeparator_isRead(String written, BigDecimal value) {
        assertThat(Numbers.decimal(written))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250    | 250",
                "1k     | 1000",
                "1.5k   | 1500",
                "1,5k   | 1500",
                "2 M    | 2000000",
                "1b     | 1000000000",
                "1,000  | 1000",
                "1.000  | 1000",
                "1 000 000 | 1000000",
                "2.5m   | 2500000",
                "1,000,000k | 1000000000",
                "1,000.5k | 1000500",
                "all    | all",
                "HALF   | half",
                "٥k     | 5000",
                "१,०००  | 1000",
                "0      | 0",
                "9223372036854775807 | 9223372036854775807",
            })
    void amount_withUnitsAndSeparators_isRead(String written, String value) {
        assertThat(Numbers.amount(written)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k",
                "-5",
                "1.5",
                "1.2345k",
                "99999999999999999999",
                "9999999999b",
                "some",
                "-1k",
                "1e9",
                "1,000k",
                "1.500k",
                "1,00",
                "½",
                "0x10",
                "१.५",
                "9223372036854775808",
                "1k5"
            })
    void amount_thatIsNoNumberOfCoins_isNot(String written) {
        assertThat(Numbers.amount(written)).isEmpty();
    }

    @Property
    void everyWholeNumber_isReadBack_plainAndGrouped(
            @ForAll @LongRange(min = -Numbers.GREATEST, max = Numbers.GREATEST) long value) {
        assertThat(Numbers.whole(Long.toString(value))).hasValue(value);
        assertThat(Numbers.whole(String.format(Locale.ROOT, "%,d", value))).hasValue(value);
    }

    @Property
    void anyText_isReadOrNot_butNeverFails(@ForAll String text) {
        assertThat(Numbers.amount(text).map(String::isEmpty)).isNotEqualTo(java.util.Optional.of(true));
        assertThat(Numbers.decimal(text)).isNotNull();
        assertThat(Numbers.whole(text)).isNotNull();
    }
}
