package dev.warren.economy.game;

import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Pages;
import dev.warren.economy.desk.Words;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.game.Hand.Move;
import dev.warren.economy.ledger.Book;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under a hand of blackjack. */
@ApplicationScoped
class HandButtons implements ComponentHandler {
    private final Desk desk;
    private final Games games;
    private final Hands hands;

    HandButtons(Desk desk, Games games, Hands hands) {
        this.desk = desk;
        this.games = games;
        this.hands = hands;
    }

    @Override
    public String name() {
        return HandTexts.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var move = Move.of(id.argument(0)
                .filter(letter -> letter.length() == 1)
                .map(letter -> letter.charAt(0))
                .orElseThrow(() -> new IllegalArgumentException("customId must name a move: " + id)));
        return desk.open(call, tx, List.of(call.member().id()))
                .chain(book -> games.byId(tx, book.guild(), Pages.number(id, 1))
                        .chain(found -> found.map(one -> move(call, tx, book, one, move, Pages.number(id, 2)))
                                .orElseGet(() -> refused("no-hand", "That hand is long over."))));
    }

    private Uni<Outcome> move(
            Call<ComponentUsed> call, Mutiny.StatelessSession tx, Book book, Played one, Move move, long seen) {
        if (!one.member().equals(call.member().id())) {
            return refused(
                    "not-yours",
                    "That is the hand of %s; `/blackjack` deals you one.".formatted(Words.member(one.member())));
        }
        if (one.isOver()) {
            return refused("hand-over", "That hand is over.");
        }
        if (one.choice().length() != seen) {
            return refused("played-already", "You have moved on from there already.");
        }
        if (book.holder(one.member()).frozen()) {
            return Uni.createFrom().item(Desk.frozen(true));
        }
        return move == Move.DOUBLE && !one.hand().canDouble()
                ? refused("no-double", "Only the first two cards can be doubled.")
                : hands.move(call, tx, book, one, move);
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }
}
