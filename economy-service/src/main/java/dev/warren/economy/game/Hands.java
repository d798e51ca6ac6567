package dev.warren.economy.game;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.due.Boards;
import dev.warren.economy.due.Deadlines;
import dev.warren.economy.due.DueHandler;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.game.Hand.Move;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands of blackjack from the first cards to the last. A hand that nobody plays on stands when its time is over. */
@ApplicationScoped
class Hands implements DueHandler {
    private final EconomyConfig.Games config;
    private final Desk desk;
    private final Ledger ledger;
    private final Games games;
    private final Boards boards;
    private final Deadlines deadlines;

    Hands(EconomyConfig config, Desk desk, Ledger ledger, Games games, Boards boards, Deadlines deadlines) {
        this.config = config.games();
        this.desk = desk;
        this.ledger = ledger;
        this.games = games;
        this.boards = boards;
        this.deadlines = deadlines;
    }

    /** The stake goes to the house, and what a hand that is over at once pays comes back in the same transaction. */
    Uni<Outcome> deal(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Played dealt) {
        var occasion = Occasion.of(call);
        long taken = dealt.stake().amount() - dealt.paid().amount();
        return desk.move(
                call,
                tx,
                book,
                Table.draft(occasion, book, dealt, taken),
                () -> games.add(tx, dealt).chain(() -> goesOn(occasion, tx, dealt)),
                _ -> shown(occasion, dealt, Outcome.message(HandTexts.of(dealt))));
    }

    /** A move, when the hand stands where the button saw it. */
    Uni<Outcome> move(Call<ComponentUsed> call, Mutiny.StatelessSession tx, Book book, Played before, Move move) {
        var occasion = Occasion.of(call);
        var after = before.moved(before.choice() + move.letter());
        long added = move == Move.DOUBLE ? before.stake().amount() : 0;
        var shortage = Desk.shortage(call, book.wallet(before.member()), new Coins(added));
        if (shortage.isPresent()) {
            return Uni.createFrom().item(shortage.get());
        }
        if (!after.isOver()) {
            return games.moved(tx, after)
                    .chain(() -> goesOn(occasion, tx, after))
                    .replaceWith(() -> Outcome.update(HandTexts.of(after)));
        }
        return desk.move(
                call,
                tx,
                book,
                Table.draft(occasion, book, after, added - after.paid().amount()),
                () -> games.moved(tx, after).chain(() -> deadlines.cancel(tx, Deadline.HAND, after.id())),
                _ -> shown(occasion, after, Outcome.update(HandTexts.of(after))));
    }

    private Uni<Void> goesOn(Occasion occasion, Mutiny.StatelessSession tx, Played one) {
        return one.isOver()
                ? Uni.createFrom().voidItem()
                : deadlines.set(
                        occasion, tx, Deadline.HAND, one.id(), occasion.time().plus(config.handLasts()));
    }

    private static Outcome shown(Occasion occasion, Played one, Outcome outcome) {
        return one.isOver()
                ? outcome.emitting(Table.told(occasion, one, one.hand().staked()))
                : outcome;
    }

    @Override
    public Deadline of() {
        return Deadline.HAND;
    }

    @Override
    public Uni<List<Outgoing<?>>> due(Occasion occasion, DeadlineReached due, Mutiny.StatelessSession tx) {
        return ledger.open(tx, occasion.guild(), List.of())
                .chain(() -> games.byId(tx, occasion.guild(), due.id()))
                .chain(found -> found.filter(one -> !one.isOver())
                        .map(one -> ledger.open(tx, occasion.guild(), List.of(one.member()))
                                .chain(book -> stand(occasion, tx, book, one)))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    private Uni<List<Outgoing<?>>> stand(Occasion occasion, Mutiny.StatelessSession tx, Book book, Played before) {
        var after = before.moved(before.choice() + Move.STAND.letter());
        return desk.record(
                        occasion,
                        tx,
                        book,
                        Table.draft(occasion, book, after, -after.paid().amount()))
                .call(() -> games.moved(tx, after))
                .call(() ->
                        boards.show(occasion, tx, after.board(), after.choice().length(), HandTexts.of(after)))
                .map(told -> {
                    var all = new ArrayList<>(told);
                    all.add(Table.told(occasion, after, after.hand().staked()));
                    return all;
                });
    }
}
