package dev.warren.embed.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of finding links, whatever people write. */
class LinksProperties {
    private static final int MOST = 5;

    @Property
    void anything_written_givesAFewDistinctAddressesInTheirOneForm(@ForAll("scribble") String content) {
        var links = Links.in(content, MOST);

        assertThat(links)
                .hasSizeLessThanOrEqualTo(MOST)
                .extracting(Link::address)
                .doesNotHaveDuplicates();
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(Addresses.canonical(link.address().toString()))
                                .contains(link.address()));
    }

    @Property
    void anything_inCode_givesNothing(@ForAll("words") String content) {
        assertThat(Links.in("```\n" + content + "\n```", MOST)).isEmpty();
        assertThat(Links.in("`" + content + " `", MOST)).isEmpty();
    }

    @Property
    void links_betweenWords_areFoundInOrder(
            @ForAll @IntRange(min = 1, max = 5) int count, @ForAll("plain") String word) {
        var addresses = IntStream.range(0, count)
                .mapToObj(i -> "https://site" + i + ".test/" + i)
                .toList();
        var content = addresses.stream().collect(Collectors.joining(" " + word + " ", word + " ", " " + word));

        assertThat(Links.in(content, MOST))
                .extracting(link -> link.address().toString())
                .containsExactlyElementsOf(addresses);
    }

    @Property
    void spoiler_aroundPlainWordsAndLinks_hidesEach(@ForAll("plain") String word) {
        assertThat(Links.in("||" + word + " https://a.test/x " + word + "||", MOST))
                .allSatisfy(link -> assertThat(link.spoiler()).isTrue())
                .hasSize(1);
    }

    @Provide
    Arbitrary<String> scribble() {
        return Arbitraries.of(
                        "https://a.test/x",
                        "http://b.test",
                        "`",
                        "``",
                        "```",
                        "||",
                        "<",
                        ">",
                        "[",
                        "](",
                        ")",
                        "\\",
                        " ",
                        "\n",
                        "w",
                        ".",
                        "ü",
                        "https://c.test/?utm_source=1",
                        "\"",
                        "*",
                        "|")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(List.of("https://a.test/x", "w", " ", "||", "<", "(", "\\"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> "w" + String.join("", parts) + "w");
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
    }
}
