package dev.warren.leveling.leaderboard;

import dev.warren.leveling.standing.Board;
import dev.warren.leveling.standing.Page;
import dev.warren.leveling.standing.Shown;
import dev.warren.leveling.standing.Standing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code /leaderboard} says and shows. */
final class LeaderboardTexts {
    static final String GUILD_ONLY = "Leaderboards belong to a server. Please ask there.";

    private static final String NOBODY =
            "Nobody has XP here yet. Each minute in which a member writes earns some: be the first.";

    private static final int GOLD = 0xF1C40F;

    private LeaderboardTexts() {}

    static MessageBody of(Board board, Page page, String callerName) {
        if (page.pages() == 0) {
            return MessageBody.embed(Embed.of(title(board), NOBODY).withColor(GOLD))
                    .withRows(boards(board));
        }
        var lines =
                page.standings().stream().map(standing -> line(board, standing)).collect(Collectors.joining("\n"));
        var embed = Embed.of(title(board), lines + "\n\n" + own(page, callerName))
                .withColor(GOLD)
                .withFooter("Page %s of %s%s"
                        .formatted(Shown.number(page.number() + 1L), Shown.number(page.pages()), period(board)));
        return page.pages() == 1
                ? MessageBody.embed(embed).withRows(boards(board))
                : MessageBody.embed(embed)
                        .withRows(
                                Component.Row.of(
                                        button(board, "◀", Turn.PREVIOUS, page.number() - 1, page.number() == 0),
                                        button(
                                                board,
                                                "My place",
                                                Turn.MINE,
                                                page.number(),
                                                page.caller().isEmpty() || isHidden(page)),
                                        button(
                                                board,
                                                "▶",
                                                Turn.NEXT,
                                                page.number() + 1,
                                                page.number() + 1 == page.pages())),
                                boards(board));
    }

    private static String title(Board board) {
        return switch (board) {
            case ALL_TIME -> "Leaderboard";
            case MONTH -> "Leaderboard of this month";
            case WEEK -> "Leaderboard of this week";
            case VOICE -> "Leaderboard of voice";
        };
    }

    private static String period(Board board) {
        return switch (board) {
            case ALL_TIME, VOICE -> "";
            case MONTH -> " · since the 1st, UTC";
            case WEEK -> " · since Monday, UTC";
        };
    }

    private static boolean isHidden(Page page) {
        return page.caller().filter(own -> own.look().hidden()).isPresent();
    }

    private static String own(Page page, String callerName) {
        var name = Shown.name(callerName);
        if (isHidden(page)) {
            return name + ": hidden; `/leaderboard` with `hide: False` shows you again";
        }
        return page.caller()
                .map(caller -> "%s: place %s of %s"
                        .formatted(name, Shown.number(caller.place()), Shown.number(page.members())))
                .orElse(name + ": no XP yet");
    }

    /** The other boards; the one that is shown is pressed already. */
    private static Component.Row boards(Board shown) {
        return new Component.Row(Arrays.stream(Board.values())
                .<Component>map(board -> new Button(
                        Turn.BOARD.customId(0, board).toString(),
                        switch (board) {
                            case ALL_TIME -> "All time";
                            case MONTH -> "Month";
                            case WEEK -> "Week";
                            case VOICE -> "Voice";
                        },
                        board == shown ? Style.PRIMARY : Style.SECONDARY,
                        Optional.empty(),
                        board == shown,
                        AnswerKind.UPDATE))
                .toList());
    }

    static MessageBody hidden(boolean hidden) {
        return MessageBody.text(
                hidden
                        ? "You stand in no leaderboard of this server any more, and `/rank` shows yours to you alone."
                        : "You stand in the leaderboards of this server again.");
    }

    private static String line(Board board, Standing standing) {
        var level = switch (board) {
            case ALL_TIME -> " · Level " + Shown.number(standing.level());
            // what a week earns makes no level, nor what voice does
            case MONTH, WEEK, VOICE -> "";
        };
        return "**%s.** %s%s · %s XP"
                .formatted(
                        Shown.number(standing.place()),
                        Shown.name(standing.name()),
                        level,
                        Shown.number(standing.xp()));
    }

    private static Button button(Board board, String label, Turn turn, int page, boolean disabled) {
        return new Button(
                turn.customId(Math.max(0, page), board).toString(),
                label,
                Style.SECONDARY,
                Optional.empty(),
                disabled,
                AnswerKind.UPDATE);
    }
}
