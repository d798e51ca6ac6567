package dev.warren.memory.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a link, and what is none. */
class LinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/a",
        "HTTP://Example.ORG, http://example.org",
        "<https://example.org/a?b=c#d>, https://example.org/a?b=c#d",
        "https://example.org:8443/x, https://example.org:8443/x",
        "https://bücher.de/ä, https://xn--bcher-kva.de/%C3%A4",
        "https://example.org/a_(b), https://example.org/a_%28b%29",
        "https://münchen.co.uk, https://xn--mnchen-3ya.co.uk"
    })
    void link_ofThePublicWeb_isTakenInItsPlainForm(String typed, String read) {
        assertThat(Links.read("url", typed)).isEqualTo(new Typed.Fine(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "",
                "javascript:alert(1)",
                "ftp://example.org/a",
                "file:///etc/passwd",
                "data:text/html;base64,AAAA",
                "https://",
                "https:///a",
                "https://localhost/a",
                "https://printer.local",
                "https://db.internal/a",
                "https://router.lan",
                "https://127.0.0.1/a",
                "https://127.1/a",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://[::1]/a",
                "https://[::ffff:10.0.0.1]/a",
                "https://169.254.169.254/latest/meta-data",
                "https://8.8.8.8/",
                "https://user:secret@example.org/",
                "https://example.org@127.0.0.1/",
                "https://example.org:99999/",
                "https://example.org:0/",
                "https://example.org:8x/",
                "https://exa mple.org/",
                "https://example.org/a b",
                "https://example..org/",
                "https://-example.org/",
                "https://example.org./",
                "https://example",
                "https://ⓛocalhost/",
                "//example.org/a",
                "@everyone"
            })
    void link_thatIsNone_isRefusedInWords(String typed) {
        assertThat(Links.read("url", typed)).isInstanceOfSatisfying(Typed.Wrong.class, wrong -> {
            assertThat(wrong.field()).isEqualTo("url");
            assertThat(wrong.rule()).isNotBlank();
        });
    }

    @Test
    void link_thatIsTooLong_isRefusedWithItsLength() {
        var wrong = (Typed.Wrong) Links.read("url", "https://example.org/" + "a".repeat(4_000));

        assertThat(wrong).isEqualTo(new Typed.Wrong("url", "have at most 400 characters", "4,020"));
    }
}
