package dev.warren.economy.game;

import dev.warren.economy.desk.Words;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.game.Hand.Move;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.topics.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a hand of blackjack shows. */
final class HandTexts {
    /** The name of the buttons' handler. */
    static final String HANDLER = "hand";

    private HandTexts() {}

    static MessageBody of(Played played) {
        var hand = played.hand();
        var dealers = hand.isOver()
                ? cards(hand.dealers()) + " (" + Card.total(hand.dealers()) + ")"
                : hand.dealers().getFirst() + " ▮";
        var text = "%s bet %s.\n\nYou: %s (%d)\nDealer: %s\n\n%s"
                .formatted(
                        Words.member(played.member()),
                        Words.coins(hand.staked()),
                        cards(hand.own()),
                        Card.total(hand.own()),
                        dealers,
                        ended(hand));
        var body = MessageBody.embed(Words.card("Blackjack", text).withFooter(Table.footer(played)));
        return hand.isOver()
                ? body
                : body.withRows(Component.Row.of(
                        button(played, Move.HIT, "Hit", Style.PRIMARY, false),
                        button(played, Move.STAND, "Stand", Style.SECONDARY, false),
                        button(played, Move.DOUBLE, "Double", Style.SECONDARY, !hand.canDouble())));
    }

    private static String ended(Hand hand) {
        return switch (hand.stage()) {
            case PLAYED -> "Hit, or stand?";
            case BLACKJACK -> "Blackjack! You get **%s**.".formatted(Words.coins(hand.paid()));
            case WON -> "You win and get **%s**.".formatted(Words.coins(hand.paid()));
            case PUSHED -> "Nobody wins; you get your %s back.".formatted(Words.coins(hand.paid()));
            case LOST -> "The house wins; you lose **%s**.".formatted(Words.coins(hand.staked()));
        };
    }

    private static String cards(List<Card> cards) {
        return cards.stream().map(Card::toString).collect(Collectors.joining(" "));
    }

    /** The id counts the moves before it, so that a button pressed twice makes one move. */
    private static Button button(Played played, Move move, String label, Style style, boolean disabled) {
        return new Button(
                CustomId.of(
                                Service.ECONOMY,
                                HANDLER,
                                String.valueOf(move.letter()),
                                played.id(),
                                played.choice().length())
                        .toString(),
                label,
                style,
                Optional.empty(),
                disabled,
                AnswerKind.UPDATE);
    }
}
