package dev.warren.economy.purse;

import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.purse.Payments.Wish;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import java.time.Instant;
import java.util.Optional;

/**
 * The question whether a payment is meant a second time. Its buttons carry all that is needed, so nothing is stored; numbers are in base
 * 36, since Discord allows 100 characters.
 *
 * @param asked when it was asked
 */
record Question(Wish wish, Instant asked) {
    /** The name of the buttons' handler. */
    static final String HANDLER = "pay";

    static final String YES = "yes";
    static final String NO = "no";
    private static final int RADIX = 36;

    /** The message that asks. */
    static MessageBody ask(Wish wish, Instant now) {
        return MessageBody.text("%s, you paid %s the same %s a moment ago. Once more?"
                        .formatted(Words.member(wish.payer()), Words.member(wish.payee()), Words.coins(wish.coins())))
                .withRows(Component.Row.of(
                        button(wish, now, YES, "Pay again", Style.PRIMARY),
                        button(wish, now, NO, "No", Style.SECONDARY)));
    }

    private static Button button(Wish wish, Instant now, String word, String label, Style style) {
        var cause = wish.key().value();
        int colon = cause.indexOf(':');
        var id = CustomId.of(
                Service.ECONOMY,
                HANDLER,
                word,
                text(wish.payer().value()),
                text(wish.payee().value()),
                text(wish.coins().amount()),
                text(now.getEpochSecond()),
                cause.substring(0, 1) + text(Long.parseLong(cause.substring(colon + 1))));
        return new Button(id.toString(), label, style, Optional.empty(), false, AnswerKind.UPDATE);
    }

    /** @throws IllegalArgumentException when the id is of no such button */
    static Question of(CustomId id) {
        var cause = argument(id, 5);
        var kind = cause.charAt(0) == 'i' ? "interaction:" : "command:";
        var key = EventId.of(kind + number(cause.substring(1))).derive("confirmed");
        return new Question(
                new Wish(
                        new UserId(number(argument(id, 1))),
                        new UserId(number(argument(id, 2))),
                        new Coins(number(argument(id, 3))),
                        key),
                Instant.ofEpochSecond(number(argument(id, 4))));
    }

    private static String argument(CustomId id, int place) {
        return id.argument(place)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("customId must have 6 arguments: " + id));
    }

    private static String text(long number) {
        return Long.toString(number, RADIX);
    }

    private static long number(String text) {
        return Long.parseLong(text, RADIX);
    }
}
