package dev.warren.ai.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2 * (3 + 4); 14",
                "15% of 80; 12",
                "200 + 10%; 200.1",
                "0.1 + 0.2; 0.3",
                "1,000 * 3; 3,000",
                "3 x 4; 12",
                "6 ÷ 4; 1.5",
                "2^10; 1,024",
                "2**3; 8",
                "sqrt(2)^2; 2",
                "max(1, 2, 3); 3",
                "fact(5); 120",
                "-7 + 2; -5",
                "10 / 3; 3.33333333333333",
                "2 + 2 =; 4",
                "2^100; 1,267,650,600,228,229,401,496,703,205,376",
                "10^200; 1 × 10^200",
                "sin(90); 1"
            })
    void sum_asPeopleWriteIt_isWorkedOut(String written, String shown) {
        assertThat(Calculator.work(written)).isEqualTo(new Sum.Fine(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0",
                "hello",
                "2 +",
                "x + 1",
                "9^9^9^9",
                "fact(100000)",
                "fact(-1)",
                "1e99999",
                "sqrt(-1)",
                "sqrt(1e999*1e999)^1000^1000",
                "random()",
                "STR_FORMAT(\"%s\", 1)",
                "DT_NOW()",
                "((((((((((",
                "10^1000 * 10^1000 ^ 2 ^ 1000",
                "\"a\" + \"b\"",
                "5 % 0",
                "10^-1001"
            })
    void sum_thatCannotBeOrCostsTooMuch_isRefusedSoonAndInWords(String written) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(Calculator.work(written))
                        .isInstanceOfSatisfying(
                                Sum.Wrong.class,
                                wrong -> assertThat(wrong.why()).isNotBlank().hasSizeLessThan(200)));
    }

    @Test
    void sum_ofTooManyCharacters_isRefusedWithTheBound() {
        assertThat(Calculator.work("1+".repeat(101)))
                .isEqualTo(new Sum.Wrong("A sum must have 1 to 200 characters; this has 202."));
    }
}
