package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.commands.Words.Word;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static List<String> texts(String text) {
        return Words.of(text).stream().map(Word::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b                | a/b",
                "`  a   b  `        | a/b",
                "\"a b\" c          | a b/c",
                "“a b” c            | a b/c",
                "„a b“ c            | a b/c",
                "«a b» c            | a b/c",
                "don't \"stop\"     | don't/stop",
                "\"never closed     | \"never/closed",
                "5\" screen         | 5\"/screen",
                "\"say \\\"hi\\\"\" | say \"hi\"",
            })
    void text_isSplitAtWhiteSpace_butForQuotes(String text, String words) {
        assertThat(texts(text)).containsExactly(words.split("/"));
    }

    @Test
    void emptyQuotes_areAWord_andNothingIsNone() {
        assertThat(texts("a \"\"")).containsExactly("a", "");
        assertThat(texts("  ")).isEmpty();
    }

    @Property
    void quotedWords_comeBackAsTheyWere(@ForAll @Size(max = 8) List<@NotEmpty @AlphaChars String> words) {
        var text = words.stream().map(word -> "\"" + word + " x\"").collect(Collectors.joining(" "));
        assertThat(texts(text))
                .isEqualTo(words.stream().map(word -> word + " x").toList());
    }

    @Property
    void anyText_isSplit_andEachWordStandsWhereItSays(@ForAll String text) {
        assertThat(Words.of(text))
                .allSatisfy(word -> assertThat(word.quoted() || text.startsWith(word.text(), word.start()))
                        .isTrue());
    }
}
