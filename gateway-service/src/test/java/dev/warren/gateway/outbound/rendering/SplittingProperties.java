package dev.warren.gateway.outbound.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SplittingProperties {
    @Property
    void parts_joined_keepAllText(@ForAll("texts") String text, @ForAll @IntRange(min = 64, max = 200) int limit) {
        assertThat(Splitting.split(text, limit).stream()
                        .map(Splitting.Part::text)
                        .collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Property
    void everyPart_isWithinTheLimit(@ForAll("texts") String text, @ForAll @IntRange(min = 64, max = 200) int limit) {
        assertThat(Splitting.split(text, limit))
                .allSatisfy(part -> assertThat(part.shown()).hasSizeBetween(0, limit));
    }

    @Property
    void everyPartOfMany_hasBalancedFences(@ForAll("texts") String text) {
        var parts = Splitting.split(text, 64);
        if (parts.size() > 1) {
            assertThat(parts)
                    .allSatisfy(part -> assertThat(fences(part.shown()) % 2)
                            .as(part.shown())
                            .isZero());
        }
    }

    @Property
    void noPart_cutsASurrogatePair(@ForAll("texts") String text) {
        assertThat(Splitting.split(text, 64))
                .allSatisfy(part -> assertThat(part.text().isEmpty()
                                || (!Character.isLowSurrogate(part.text().charAt(0))
                                        && !Character.isHighSurrogate(
                                                part.text().charAt(part.text().length() - 1))))
                        .as(part.text())
                        .isTrue());
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "```",
                "```java\n",
                "\n```\n",
                "`",
                "\n",
                "\n\n",
                " ",
                ". ",
                "word",
                "Straße",
                "😀",
                "👨‍👩‍👧",
                "e\u0301",
                "- item\n",
                "aVeryLongWordThatFillsMuchOfTheRoom",
                "。");
        return pieces.list().ofMinSize(0).ofMaxSize(120).map(list -> String.join("", list));
    }

    private static int fences(String text) {
        int count = 0;
        for (int at = text.indexOf("```"); at >= 0; at = text.indexOf("```", at + 3)) {
            count++;
        }
        return count;
    }
}
