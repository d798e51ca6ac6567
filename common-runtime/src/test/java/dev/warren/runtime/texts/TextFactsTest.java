package dev.warren.runtime.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFactsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a                       | 1  | 1  | 1",
                "hi there                | 8  | 8  | 2",
                "aaaaaaaaaa              | 10 | 1  | 1",
                "lol lol lol LOL         | 15 | 3  | 4",
                "hi   there              | 10 | 8  | 2",
                "to be or not to be      | 18 | 18 | 6",
            })
    void text_ofRunsAndWords_isCounted(String text, int length, int collapsed, int words) {
        var facts = TextFacts.of(text);
        assertThat(List.of(facts.length(), facts.collapsedLength(), facts.words()))
                .containsExactly(length, collapsed, words);
    }

    @Test
    void nearTexts_haveNearSketches_andOtherTextsFarOnes() {
        var text = "the quick brown fox jumps over the lazy dog and runs away into the dark wood tonight";
        long sketch = TextFacts.of(text).sketch();
        assertThat(distance(sketch, TextFacts.of(text + " again").sketch())).isLessThan(12);
        assertThat(distance(
                        sketch,
                        TextFacts.of("buy cheap gold now at our shop with a discount for all of you")
                                .sketch()))
                .isGreaterThan(18);
    }

    @Test
    void sketch_neverChanges_becauseReplaysCompareThoseOfAllYears() {
        assertThat(TextFacts.of("Hello, warren!").sketch())
                .isEqualTo(TextFacts.of("hello, WARREN!").sketch())
                .isEqualTo(-9_074_732_698_806_099_966L);
    }

    @Test
    void links_giveTheirHosts_onceInOrder() {
        var text = "see https://Example.org/a?b=https://other.net, <http://user:pw@sub.example.com:8080>"
                + " https://example.org ftp://no.org https:// and https://[::1]/x";
        assertThat(TextFacts.of(text).linkHosts())
                .containsExactly("example.org", "other.net", "sub.example.com", "[::1]");
    }

    @Property
    void anyText_isCountedWithinItsLength(@ForAll String text) {
        var facts = TextFacts.of(text);
        assertThat(facts.length()).isEqualTo(text.length());
        assertThat(facts.collapsedLength()).isBetween(0, text.length());
        assertThat(facts.words()).isBetween(0, text.length());
        assertThat(facts.sketch() == 0 && facts.words() > 0)
                .as("a text with words has a sketch")
                .isFalse();
    }

    private static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
