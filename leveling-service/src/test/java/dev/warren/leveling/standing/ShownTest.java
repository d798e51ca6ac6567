package dev.warren.leveling.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "Ada, \u2068Ada\u2069",
        "**x**_y_, \u2068\\*\\*x\\*\\*\\_y\\_\u2069",
        "https://evil.example, \u2068https\\://evil.example\u2069",
        "<@1>, \u2068\\<@1\\>\u2069",
        "שלום, \u2068שלום\u2069",
        "😀, \u2068😀\u2069"
    })
    void name_ofAnyKind_showsAsItselfAndTurnsNothingAround(String name, String shown) {
        assertThat(Shown.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1899250, '1,899,250'"})
    void number_ofAnySize_hasThousandsApart(long number, String shown) {
        assertThat(Shown.number(number)).isEqualTo(shown);
    }
}
