package dev.warren.embed.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final int MOST = 5;

    @ParameterizedTest
    @CsvSource(delimiter = '§', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            look: https://a.test/x                                  § https://a.test/x
            https://a.test/x.                                       § https://a.test/x
            (see https://a.test/x)                                  § https://a.test/x
            https://a.test/wiki/Foo_(bar)                           § https://a.test/wiki/Foo_(bar)
            (https://a.test/wiki/Foo_(bar))                         § https://a.test/wiki/Foo_(bar)
            "https://a.test/x",                                     § https://a.test/x
            **https://a.test/x**                                    § https://a.test/x
            xhttps://a.test/x                                       § https://a.test/x
            [a page](https://a.test/x)                              § https://a.test/x
            [a page](https://a.test/x "its title")                  § https://a.test/x
            [a (page)](https://a.test/x_(y))                        § https://a.test/x_(y)
            ` https://a.test/x                                      § https://a.test/x
            ``` https://a.test/x                                    § https://a.test/x
            \\` https://a.test/x `                                  § https://a.test/x
            `` ` `` https://a.test/x                                § https://a.test/x
            HTTPS and then https://A.TEST/X                         § https://a.test/X
            https://a.test:443/x                                    § https://a.test/x
            https://a.test/x#part                                   § https://a.test/x
            https://bücher.test/ü                                   § https://xn--bcher-kva.test/%C3%BC
            https://a.test/x?utm_source=b&id=7&fbclid=c             § https://a.test/x?id=7
            https://a.test/x?UTM_Medium=b                           § https://a.test/x
            https://youtu.be/abc?si=def&t=42                        § https://youtu.be/abc?t=42
            https://www.youtube.com/watch?v=a&feature=share&pp=q    § https://www.youtube.com/watch?v=a
            https://x.com/ada/status/1?s=20&t=zz                    § https://x.com/ada/status/1
            https://a.test/?s=20&t=zz                               § https://a.test/?s=20&t=zz
            > quoted https://a.test/x                               § https://a.test/x
            """)
    void link_written_isFoundInItsOneForm(String content, String address) {
        assertThat(Links.in(content, MOST)).containsExactly(new Link(URI.create(address), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`https://a.test/x`",
                "``a ` https://a.test/x``",
                "```\nhttps://a.test/x\n```",
                "```java\nvar a = \"https://a.test/x\";\n```",
                "<https://a.test/x>",
                "[a page](<https://a.test/x>)",
                "ftp://a.test/x",
                "https://",
                "https:// a.test",
                "https://user@a.test/x",
                "https://paypal.test:login@a.test/x",
                "javascript:alert(1)",
                "a.test/x",
                "https://%zz/",
                "\\"
            })
    void link_thatDiscordWouldNotShow_isLeftOut(String content) {
        assertThat(Links.in(content, MOST)).isEmpty();
    }

    @Test
    void link_inASpoiler_isHidden() {
        assertThat(Links.in("||look: https://a.test/x|| https://b.test/ `||` https://c.test/", MOST))
                .containsExactly(hidden("https://a.test/x"), shown("https://b.test/"), shown("https://c.test/"));
    }

    @Test
    void link_afterBarsThatNothingEnds_isShown() {
        assertThat(Links.in("|| https://a.test/x", MOST)).containsExactly(shown("https://a.test/x"));
    }

    @Test
    void link_writtenTwice_isFoundOnceAndHiddenWhereItIsHiddenOnce() {
        assertThat(Links.in("https://a.test/x?utm_source=1 ||https://a.test/x#2||", MOST))
                .containsExactly(hidden("https://a.test/x"));
    }

    @Test
    void links_moreThanAllowed_areLeftOut() {
        var six =
                "https://a.test/1 https://a.test/2 https://a.test/3 https://a.test/4 https://a.test/5 https://a.test/6";

        assertThat(Links.in(six, MOST)).hasSize(5).doesNotContain(shown("https://a.test/6"));
    }

    @Test
    void name_thatIsAnAddressItself_isReadAsWritten() {
        assertThat(Links.in("[https://bank.test](https://a.test/x)", MOST))
                .extracting(link -> link.address().getHost())
                .isNotEqualTo(List.of("a.test"));
    }

    @Test
    void site_ofAnAddress_isItsHostWithoutWww() {
        assertThat(Addresses.site(URI.create("https://www.youtube.com/watch?v=1")))
                .isEqualTo("youtube.com");
    }

    @Test
    void address_overLong_isNone() {
        assertThat(Addresses.canonical("https://a.test/" + "x".repeat(2_000))).isEmpty();
    }

    private static Link shown(String address) {
        return new Link(URI.create(address), false);
    }

    private static Link hidden(String address) {
        return new Link(URI.create(address), true);
    }
}
