package dev.warren.ai.fun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChooseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tea, coffee, cocoa; tea/coffee/cocoa",
                "tea or coffee?; tea/coffee",
                "tea, coffee or cocoa; tea/coffee/cocoa",
                "tea, coffee, or cocoa; tea/coffee/cocoa",
                "red, white | black or blue; red, white/black or blue",
                "tea, tea; tea"
            })
    void options_asPeopleWriteThem_areParted(String written, String parted) {
        assertThat(ChooseCommand.split(written)).isEqualTo(List.of(parted.split("/")));
    }
}
