package dev.warren.economy.purse;

import dev.warren.economy.desk.Pages;
import dev.warren.economy.desk.Words;
import dev.warren.economy.purse.Statements.Move;
import dev.warren.economy.purse.Statements.Page;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.stream.Collectors;

/** What {@code /history} shows. */
final class HistoryTexts {
    /** The name of the buttons' handler. */
    static final String HANDLER = "history";

    private static final String TITLE = "What moved in your accounts";

    private HistoryTexts() {}

    static MessageBody of(Page page, GuildId guild, UserId member) {
        if (page.pages() == 0) {
            return Words.body(TITLE, "Nothing yet. `/daily` and `/work` earn your first coins, and so does writing.");
        }
        var lines = page.moves().stream().map(HistoryTexts::line).collect(Collectors.joining("\n"));
        var card = Words.card(TITLE, lines).withFooter(Pages.footer(page.number(), page.pages()));
        return Pages.turned(
                MessageBody.embed(card), HANDLER, page.number(), page.pages(), guild.value(), member.value());
    }

    private static String line(Move move) {
        var number = "`#" + move.number() + "` ";
        var name = Words.cause(move.cause());
        var with = move.other()
                .map(other -> (move.wallet() + move.bank() < 0 ? " to " : " from ") + Words.member(other))
                .filter(_ -> move.cause() == Cause.PAYMENT)
                .orElse("");
        var amount = move.wallet() == 0 || move.bank() == 0
                ? "**" + Words.change(move.wallet() + move.bank()) + "**"
                : "wallet **%s**, bank **%s**".formatted(Words.change(move.wallet()), Words.change(move.bank()));
        return number + name + with + " " + amount + (move.wallet() == 0 && move.bank() != 0 ? " (bank)" : "") + " · "
                + Words.when(move.at());
    }
}
