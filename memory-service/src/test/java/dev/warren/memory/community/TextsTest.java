package dev.warren.memory.community;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Texts that members write for others. */
class TextsTest {
    @Test
    void line_withBreaksAndWhatCannotBeSeen_isOnePlainLine() {
        assertThat(Texts.line("title", " Sun\u202Eset\n\tover\u200B  the sea\u0000 ", 100))
                .isEqualTo(new Typed.Fine("Sunset over the sea"));
    }

    @Test
    void line_ofNothingThatCanBeSeen_isRefused() {
        assertThat(Texts.line("title", "\u200B \u2060", 100))
                .isEqualTo(new Typed.Wrong("title", "be a text that can be read", "nothing"));
    }

    @Test
    void paragraph_ofFiveThousandCharacters_isRefusedWithItsLength() {
        assertThat(Texts.paragraph("description", "x".repeat(5_000), 1_000))
                .isEqualTo(new Typed.Wrong("description", "have at most 1,000 characters", "5,000"));
    }

    @Test
    void paragraph_withLinesAndEmoji_staysAsItIs() {
        assertThat(Texts.paragraph("description", "one\r\ntwo 👩‍🎨\n", 1_000))
                .isEqualTo(new Typed.Fine("one\ntwo 👩‍🎨"));
    }

    @Test
    void escaped_marks_areShownAsTheyStand() {
        assertThat(Texts.escaped("**a** [b](c) <@1>")).isEqualTo("\\*\\*a\\*\\* \\[b\\]\\(c\\) \\<@1\\>");
    }

    @Property
    void shortened_whatever_isNoLongerAndNotCutThroughACharacter(
            @ForAll String text, @ForAll @IntRange(min = 2, max = 50) int longest) {
        var shortened = Texts.shortened(text, longest);

        assertThat(shortened.length()).isLessThanOrEqualTo(longest);
        if (shortened.length() < text.length() && shortened.length() > 1) {
            assertThat(Character.isHighSurrogate(shortened.charAt(shortened.length() - 2)))
                    .isFalse();
        }
    }
}
