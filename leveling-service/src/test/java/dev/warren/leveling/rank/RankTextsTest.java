package dev.warren.leveling.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.standing.Standing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import org.junit.jupiter.api.Test;

class RankTextsTest {
    private static final UserId ADA = new UserId(1);

    private static String text(MessageBody body) {
        return body.embeds().getFirst().description().orElseThrow();
    }

    @Test
    void rank_inTheMiddleOfALevel_showsPlaceLevelBarAndTotal() {
        // When
        var body = RankTexts.of(new Standing(1_234, ADA, "Ada", 2_345));
        // Then
        assertThat(body.embeds().getFirst().title()).contains("\u2068Ada\u2069");
        assertThat(text(body)).isEqualTo("""
                Rank **#1,234** · Level **7**
                `████░░░░░░░░░░░░░░░░` 20 %
                **140** / 695 XP to level 8
                2,345 XP in total""");
    }

    @Test
    void bar_atTheBeginningOfALevel_isEmpty() {
        assertThat(text(RankTexts.of(new Standing(1, ADA, "Ada", 100)))).contains("`░░░░░░░░░░░░░░░░░░░░` 0 %");
    }

    @Test
    void bar_justBeforeTheNextLevel_isNotFull() {
        assertThat(text(RankTexts.of(new Standing(1, ADA, "Ada", 99)))).contains("`███████████████████░` 99 %");
    }

    @Test
    void rank_ofTheMostThatCanBeCounted_isShown() {
        assertThat(text(RankTexts.of(new Standing(1, ADA, "Ada", Long.MAX_VALUE))))
                .contains("Level **100,000**");
    }
}
