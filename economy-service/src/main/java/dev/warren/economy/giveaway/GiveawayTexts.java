package dev.warren.economy.giveaway;

import dev.warren.economy.desk.Words;
import dev.warren.economy.fair.Seed;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.MessageBody.Pings;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What giveaways say. */
final class GiveawayTexts {
    /** The name of the button's handler. */
    static final String HANDLER = "giveaway";

    private static final String TITLE = "🎁 Giveaway";

    private GiveawayTexts() {}

    /** What is given away, such as {@code Golden carrot and 500 coins}. */
    static String prize(Giveaway one) {
        if (one.coins().isNone()) {
            return one.prize();
        }
        var coins = Words.coins(one.coins());
        return one.prize().isEmpty() ? coins : one.prize() + " and " + coins;
    }

    /** The message with the button, for as long as it can be entered. */
    static MessageBody open(Giveaway one, long entries) {
        var needs = one.requirement().words();
        var text = "**%s**\nBy %s, %s, drawn %s.%s\nIn so far: %s"
                .formatted(
                        prize(one),
                        host(one),
                        winners(one.winners()),
                        Words.when(one.endsAt()),
                        needs.isEmpty() ? "" : "\nFor members with " + String.join(", ", needs) + ".",
                        Words.number(entries));
        return MessageBody.embed(Words.card(TITLE, text).withFooter(footer(one.id(), one.seed())))
                .withRows(Component.Row.of(new Button(
                        CustomId.of(Service.ECONOMY, HANDLER, one.id()).toString(),
                        "Enter or leave",
                        Style.SUCCESS,
                        Optional.empty(),
                        false,
                        AnswerKind.EPHEMERAL)));
    }

    private static String host(Giveaway one) {
        return one.host().map(Words::member).orElse("a former member");
    }

    private static String winners(int count) {
        return count == 1 ? "1 winner" : Words.number(count) + " winners";
    }

    private static String footer(long id, Seed seed) {
        return "Giveaway %d · hash of the seed: %s".formatted(id, seed.hash());
    }

    /** The message when it is drawn, with all that one needs to draw it again. */
    static MessageBody over(Giveaway before, Drawing drawing, Seed next) {
        var who = drawing.winners().isEmpty() ? "Nobody could win it." : "Won by " + names(drawing.winners()) + ".";
        var text = """
                **%s**
                By %s. %s

                Drawn from %s. Server seed `%s`, message `%s:%d`, where the first part is the SHA-256 of their sorted ids with \
                commas between them.""".formatted(
                        prize(before),
                        host(before),
                        who,
                        drawing.entrants() == 1 ? "1 member" : Words.number(drawing.entrants()) + " members",
                        before.seed().text(),
                        drawing.digest(),
                        before.rounds());
        return MessageBody.embed(Words.card(TITLE, text).withFooter(footer(before.id(), next)));
    }

    /** What is posted when it is drawn; the winners are pinged. */
    static MessageBody won(Giveaway before, Drawing drawing, boolean late) {
        var said = drawing.winners().isEmpty()
                ? "Giveaway `%d` (**%s**) is over, and nobody could win it.".formatted(before.id(), prize(before))
                : "🎉 %s won **%s**%s!"
                        .formatted(
                                names(drawing.winners()),
                                prize(before),
                                before.coins().isNone() ? "" : " (%s each)".formatted(Words.coins(before.share())));
        var why = late ? " It was due %s; I was away.".formatted(Words.when(before.endsAt())) : "";
        return MessageBody.text(said + why).pinging(new Pings(drawing.winners(), List.<RoleId>of(), false, false));
    }

    static String names(Collection<UserId> members) {
        return members.stream().map(Words::member).collect(Collectors.joining(", "));
    }

    static String line(Giveaway one) {
        return "`%d` **%s** · %s · drawn %s"
                .formatted(one.id(), prize(one), winners(one.winners()), Words.when(one.endsAt()));
    }
}
