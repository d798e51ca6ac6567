package dev.warren.ai.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final Splitter SPLITTER = new Splitter(200, 100);

    @Test
    void text_thatFits_staysWhole() {
        assertThat(SPLITTER.split("  Hello.  ")).containsExactly("Hello.");
        assertThat(SPLITTER.split(" \n ")).isEmpty();
    }

    @Test
    void sentences_areCutAtTheirEnds() {
        // Given
        var text = IntStream.range(0, 20)
                .mapToObj(i -> "This is sentence number " + i + ".")
                .collect(Collectors.joining(" "));
        // When
        var parts = SPLITTER.split(text);
        // Then
        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part).endsWith("."));
        assertThat(String.join(" ", parts)).isEqualTo(text);
    }

    @Test
    void list_isCutBetweenItems() {
        // Given
        var text = IntStream.range(0, 20)
                .mapToObj(i -> "- item " + i + " with a few words. And more of them")
                .collect(Collectors.joining("\n"));
        // When
        var parts = SPLITTER.split(text);
        // Then
        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part).startsWith("- item"));
        assertThat(String.join("\n", parts)).isEqualTo(text);
    }

    @Test
    void fence_thatIsCut_isClosedAndOpenedAgainWithItsLanguage() {
        // Given
        var code = IntStream.range(0, 40).mapToObj(i -> "line(" + i + ");").collect(Collectors.joining("\n"));
        // When
        var parts = SPLITTER.split("Look:\n```java\n" + code + "\n```\nThat was it.");
        // Then
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts.getFirst()).startsWith("Look:\n```java\n").endsWith("\n```");
        assertThat(parts.subList(1, parts.size() - 1))
                .allSatisfy(
                        part -> assertThat(part).startsWith("```java\nline(").endsWith(");\n```"));
        assertThat(parts.getLast()).endsWith("```\nThat was it.");
        assertThat(parts.stream()
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("line"))
                        .collect(Collectors.joining("\n")))
                .isEqualTo(code);
    }

    @Test
    void fence_thatBeginsLate_beginsInTheNextPart() {
        // Given
        var words = "word ".repeat(30).strip();
        // When
        var parts = SPLITTER.split(words + "\n```\n" + "code\n".repeat(20) + "```");
        // Then
        assertThat(parts.getFirst()).isEqualTo(words);
        assertThat(parts.get(1)).startsWith("```\ncode");
    }

    @Test
    void text_withMoreThanItsParts_isCutAndSaysSo() {
        var parts = new Splitter(200, 2).split("A sentence of its own. ".repeat(50));
        assertThat(parts).hasSize(2);
        assertThat(parts.getLast()).endsWith(" …");
    }

    @Test
    void splitter_withTooLittleRoom_isRefused() {
        assertThatThrownBy(() -> new Splitter(199, 1)).hasMessage("most must be at least 200 characters: 199");
        assertThatThrownBy(() -> new Splitter(200, 0)).hasMessage("parts must be at least 1: 0");
    }

    @Property(tries = 300)
    void parts_areNeverTooLongAndLoseNoWord(
            @ForAll @StringLength(max = 3000) @CharRange(from = 'a', to = 'e') @Chars({' ', '\n', '.', '-', '`'})
                    String text) {
        // When
        var parts = SPLITTER.split(text);
        // Then
        assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(1, 200));
        assertThat(letters(String.join("", parts))).isEqualTo(letters(text));
    }

    /** A fence's language is repeated, so fences are left out of this. */
    private static String letters(String text) {
        return text.contains("```") ? "" : text.replaceAll("[^a-e]", "");
    }
}
