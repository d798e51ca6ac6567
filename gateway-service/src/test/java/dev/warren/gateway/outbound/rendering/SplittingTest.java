package dev.warren.gateway.outbound.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplittingTest {
    private static final int LIMIT = 64;

    @Test
    void text_asLongAsTheLimit_isOnePartAsItWas() {
        // Given
        String text = "```java\n" + "x".repeat(56);
        // When, Then
        assertThat(shown(text)).containsExactly(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("borders")
    void longText_isCutAtTheBestBorder(String border, String first, String second) {
        assertThat(shown(first + second)).as(border).containsExactly(first, second);
    }

    static Stream<Arguments> borders() {
        return Stream.of(
                Arguments.of("paragraph before line", "a".repeat(40) + "\n\n", "b".repeat(15) + "\n" + "c".repeat(40)),
                Arguments.of("line before sentence", "a".repeat(40) + "\n", "b. ".repeat(15)),
                Arguments.of("list", "- " + "a".repeat(40) + "\n", "- " + "b".repeat(40)),
                Arguments.of("sentence before word", "a".repeat(40) + ". ", "b b b b b b b b b b b b b b b b b b b b"),
                Arguments.of("word", "a".repeat(30) + " " + "b".repeat(30) + " ", "c".repeat(60)),
                Arguments.of("character", "a".repeat(64), "a".repeat(30)),
                Arguments.of("not through a pair", "a".repeat(63), "😀" + "b".repeat(30)),
                Arguments.of("not through a family", "a".repeat(60), "👨‍👩‍👧" + "b".repeat(30)));
    }

    @Test
    void fence_thatIsCut_isClosedAndReopenedWithItsLanguage() {
        // Given
        String text = "```java\n" + "int a;\n".repeat(16) + "```";
        // When
        var parts = shown(text);
        // Then
        assertThat(parts)
                .hasSize(3)
                .allSatisfy(part -> assertThat(part)
                        .startsWith("```java\n")
                        .endsWith("\n```")
                        .hasSizeLessThanOrEqualTo(LIMIT));
    }

    @Test
    void fence_openedJustBeforeTheBorder_movesWholeToTheNextPart() {
        // Given
        String text = "a".repeat(50) + "\n```java\n" + "b".repeat(50) + "\n```";
        // When, Then
        assertThat(shown(text))
                .startsWith("a".repeat(50) + "\n")
                .element(1)
                .asString()
                .startsWith("```java\nbbb");
    }

    @Test
    void fence_closedJustBehindTheBorder_isClosedInItsPart() {
        // Given
        String text = "```\n" + "b".repeat(55) + "\n```" + "c".repeat(40);
        // When, Then
        assertThat(shown(text)).containsExactly("```\n" + "b".repeat(55) + "\n```", "c".repeat(40));
    }

    private static List<String> shown(String text) {
        return Splitting.split(text, LIMIT).stream().map(Splitting.Part::shown).toList();
    }
}
