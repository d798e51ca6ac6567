package dev.warren.ai.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRulesTest {
    private static final ContentRules RULES = ContentRules.read(
            "spoilers: finale, who dies; invitations: /discord\\.gg\\/\\w+/, /join, now/; politics: élection; broken: /(/");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tell me about the FINALE! | spoilers",
                "tell me who   dies | spoilers",
                "come to discord.gg/abc | invitations",
                "please JOIN, now | invitations",
                "l'élection de demain | politics",
            })
    void text_thatBreaksARule_namesIt(String text, String rule) {
        assertThat(RULES.broken(text)).hasValue(rule);
    }

    @ParameterizedTest
    @CsvSource({"finales are fine", "whoever dies", "discord is nice", "(", "''"})
    void text_thatOnlyLooksLikeIt_breaksNone(String text) {
        assertThat(RULES.broken(text)).isEmpty();
    }

    @Test
    void words_withoutAName_areARuleAllTheSame() {
        assertThat(ContentRules.read("foo, bar").broken("a bar here")).hasValue("words");
    }

    @Test
    void refusal_namesTheRule() {
        assertThat(ContentRules.refusal("spoilers"))
                .isEqualTo("That goes against a content rule of this server: **spoilers**.");
    }

    @Test
    void pattern_thatWouldBeSlowElsewhere_isQuick() {
        var rules = ContentRules.read("slow: /(a+)+$/");

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(rules.broken("a".repeat(50_000) + "b")).isEmpty());
    }
}
