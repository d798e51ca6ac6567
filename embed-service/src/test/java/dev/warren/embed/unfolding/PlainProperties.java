package dev.warren.embed.unfolding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of texts of strangers. */
class PlainProperties {
    @Property
    void text_ofAnything_isWithinBoundsAndCallsNobody(
            @ForAll String said, @ForAll @IntRange(min = 1, max = 300) int most) {
        assertThat(Plain.text(said, most)).hasSizeLessThanOrEqualTo(most).doesNotContainPattern("@[\\w&!]");
        assertThat(Plain.line(said, most))
                .hasSizeLessThanOrEqualTo(most)
                .doesNotContain("\n")
                .doesNotContainPattern("@[\\w&!]");
    }

    @Example
    void text_withMarkdown_showsItAsItWasWritten() {
        assertThat(Plain.text("**a** [b](https://c) ||d|| <@1>", 100))
                .isEqualTo("\\*\\*a\\*\\* \\[b\\]\\(https://c\\) \\|\\|d\\|\\| \\<@\u200B1\\>");
    }

    @Example
    void text_overLong_endsAtAWord() {
        assertThat(Plain.text("one two three four", 12)).isEqualTo("one two…");
    }
}
