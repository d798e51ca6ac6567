package dev.warren.leveling.leaderboard;

import dev.warren.leveling.standing.Page;
import dev.warren.leveling.standing.Shown;
import dev.warren.leveling.standing.Standing;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code /leaderboard} says and shows. */
final class LeaderboardTexts {
    static final String GUILD_ONLY = "Leaderboards belong to a server. Please ask there.";

    private static final int GOLD = 0xF1C40F;

    private LeaderboardTexts() {}

    static MessageBody of(Page page, String callerName) {
        if (page.pages() == 0) {
            return MessageBody.embed(Embed.of(
                            "Leaderboard",
                            "Nobody has XP here yet. Each minute in which a member writes earns some: be the first.")
                    .withColor(GOLD));
        }
        var lines = page.standings().stream().map(LeaderboardTexts::line).collect(Collectors.joining("\n"));
        var own = page.caller()
                .map(caller -> "%s: place %s of %s"
                        .formatted(Shown.name(callerName), Shown.number(caller.place()), Shown.number(page.members())))
                .orElse(Shown.name(callerName) + ": no XP yet");
        var embed = Embed.of("Leaderboard", lines + "\n\n" + own)
                .withColor(GOLD)
                .withFooter("Page %s of %s".formatted(Shown.number(page.number() + 1L), Shown.number(page.pages())));
        return page.pages() == 1
                ? MessageBody.embed(embed)
                : MessageBody.embed(embed)
                        .withRows(Component.Row.of(
                                button("◀", Turn.PREVIOUS, page.number() - 1, page.number() == 0),
                                button(
                                        "My place",
                                        Turn.MINE,
                                        page.number(),
                                        page.caller().isEmpty()),
                                button("▶", Turn.NEXT, page.number() + 1, page.number() + 1 == page.pages())));
    }

    private static String line(Standing standing) {
        return "**%s.** %s · Level %s · %s XP"
                .formatted(
                        Shown.number(standing.place()),
                        Shown.name(standing.name()),
                        Shown.number(standing.level()),
                        Shown.number(standing.xp()));
    }

    private static Button button(String label, Turn turn, int page, boolean disabled) {
        return new Button(
                turn.customId(Math.max(0, page)).toString(),
                label,
                Style.SECONDARY,
                Optional.empty(),
                disabled,
                AnswerKind.UPDATE);
    }
}
