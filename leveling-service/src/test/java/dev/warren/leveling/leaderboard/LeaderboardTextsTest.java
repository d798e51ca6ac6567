package dev.warren.leveling.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.TestDatabase;
import dev.warren.leveling.standing.Board;
import dev.warren.leveling.standing.InMemoryStandings;
import dev.warren.leveling.standing.Page;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaderboardTextsTest {
    private static final GuildId GUILD = new GuildId(1);

    private static Page page(int members, int number, int caller) {
        var standings = new InMemoryStandings();
        IntStream.rangeClosed(1, members).forEach(member -> standings.put(GUILD, new UserId(member), 1_000L - member));
        return TestDatabase.await(standings.page(GUILD, number, 10, new UserId(caller)));
    }

    private static List<Button> buttons(MessageBody body) {
        return body.rows().getFirst().components().stream()
                .map(Button.class::cast)
                .toList();
    }

    private static String text(MessageBody body) {
        return body.embeds().getFirst().description().orElseThrow();
    }

    @Test
    void board_whereNobodyHasXp_explainsItselfAndOffersTheOthers() {
        // When
        var body = LeaderboardTexts.of(Board.ALL_TIME, page(0, 0, 1), "Ada");
        // Then
        assertThat(text(body)).startsWith("Nobody has XP here yet.");
        assertThat(buttons(body))
                .extracting(Button::customId)
                .containsExactly(
                        "leveling:leaderboard:board:0:all-time",
                        "leveling:leaderboard:board:0:month",
                        "leveling:leaderboard:board:0:week",
                        "leveling:leaderboard:board:0:voice");
        assertThat(buttons(body)).extracting(Button::disabled).containsExactly(true, false, false, false);
    }

    @Test
    void board_ofOnePage_offersTheOthersAlone() {
        // When
        var body = LeaderboardTexts.of(Board.ALL_TIME, page(10, 0, 3), "Ada");
        // Then
        assertThat(text(body))
                .startsWith("**1.** \u2068Member 1\u2069 · Level 4 · 999 XP\n**2.** ")
                .endsWith("\n\n\u2068Ada\u2069: place 3 of 10");
        assertThat(buttons(body))
                .extracting(Button::customId)
                .containsExactly(
                        "leveling:leaderboard:board:0:all-time",
                        "leveling:leaderboard:board:0:month",
                        "leveling:leaderboard:board:0:week",
                        "leveling:leaderboard:board:0:voice");
        assertThat(buttons(body)).extracting(Button::disabled).containsExactly(true, false, false, false);
    }

    @Test
    void firstPage_ofSeveral_leadsOnlyForward() {
        // When
        var body = LeaderboardTexts.of(Board.ALL_TIME, page(25, 0, 99), "Ada");
        // Then
        assertThat(text(body)).endsWith("\u2068Ada\u2069: no XP yet");
        assertThat(buttons(body)).extracting(Button::disabled).containsExactly(true, true, false);
        assertThat(buttons(body))
                .extracting(Button::customId)
                .containsExactly(
                        "leveling:leaderboard:previous:0:all-time",
                        "leveling:leaderboard:mine:0:all-time",
                        "leveling:leaderboard:next:1:all-time");
    }

    @Test
    void middlePage_ofSeveral_leadsBothWays() {
        // When
        var body = LeaderboardTexts.of(Board.ALL_TIME, page(25, 1, 3), "Ada");
        // Then
        assertThat(body.embeds().getFirst().footer()).contains("Page 2 of 3");
        assertThat(buttons(body)).extracting(Button::disabled).containsExactly(false, false, false);
        assertThat(buttons(body))
                .extracting(Button::customId)
                .containsExactly(
                        "leveling:leaderboard:previous:0:all-time",
                        "leveling:leaderboard:mine:1:all-time",
                        "leveling:leaderboard:next:2:all-time");
    }

    @Test
    void lastPage_ofSeveral_leadsOnlyBack() {
        // When
        var body = LeaderboardTexts.of(Board.ALL_TIME, page(25, 2, 25), "Ada");
        // Then
        assertThat(buttons(body)).extracting(Button::disabled).containsExactly(false, false, true);
    }
}
