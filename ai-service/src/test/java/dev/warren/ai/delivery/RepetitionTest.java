package dev.warren.ai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    @Test
    void line_thatIsSaidAgainAndAgain_stands_twice() {
        assertThat(Repetition.cut("Yes.\nI see.\nI see.\nI see.\nI see.\n")).isEqualTo("Yes.\nI see.\nI see.");
        assertThat(Repetition.cut("Yes! I see. I see. I see. I see. ")).isEqualTo("Yes! I see. I see.");
    }

    @Test
    void code_andPoems_stayAsTheyAre() {
        var code = "```\n}\n}\n}\n}\n```";
        assertThat(Repetition.cut(code)).isEqualTo(code);
        assertThat(Repetition.cut("La\nlo\nLa\nlo\nLa")).isEqualTo("La\nlo\nLa\nlo\nLa");
    }

    @Test
    void answers_withNearlyTheSameWords_areTheSame() {
        var one = "Rabbits binky because they are happy and want to tell everybody around them.";
        assertThat(Repetition.same(one, one.toUpperCase(Locale.ROOT) + "!")).isTrue();
        assertThat(Repetition.same(one, "Rabbits eat hay because their teeth never stop growing at all."))
                .isFalse();
        assertThat(Repetition.same("Yes.", "Yes."))
                .as("short answers may repeat")
                .isFalse();
    }
}
