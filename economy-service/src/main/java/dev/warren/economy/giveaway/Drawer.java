package dev.warren.economy.giveaway;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.due.Boards;
import dev.warren.economy.fair.Seed;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Leg;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.ChanceEvents.GiveawayDrawn;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Draws giveaways: the first time, and again in the place of winners. */
@ApplicationScoped
class Drawer {
    private final EconomyConfig.Giveaways config;
    private final Desk desk;
    private final Ledger ledger;
    private final Giveaways giveaways;
    private final Boards boards;
    private final RandomGenerator random;
    private final InstantSource clock;

    Drawer(
            EconomyConfig config,
            Desk desk,
            Ledger ledger,
            Giveaways giveaways,
            Boards boards,
            RandomGenerator random,
            InstantSource clock) {
        this.config = config.giveaways();
        this.desk = desk;
        this.ledger = ledger;
        this.giveaways = giveaways;
        this.boards = boards;
        this.random = random;
        this.clock = clock;
    }

    /** Draws it for the first time; the guild's book is open already. */
    Uni<List<Outgoing<?>>> draw(Occasion occasion, Mutiny.StatelessSession tx, Giveaway one) {
        return giveaways.entrants(tx, one).chain(entrants -> {
            var drawing = Drawing.of(one.seed(), one.rounds(), entrants, one.winners());
            var members = new ArrayList<>(drawing.winners());
            one.host().ifPresent(members::add);
            return ledger.open(tx, one.guild(), members)
                    .chain(book -> one.coins().isNone()
                            ? Uni.createFrom().item(book)
                            : ledger.withEscrow(tx, book, one.escrow()))
                    .chain(book -> record(occasion, tx, book, one, drawing, paying(book, one, drawing)));
        });
    }

    private static List<Leg> paying(Book book, Giveaway one, Drawing drawing) {
        if (one.coins().isNone()) {
            return nothing(book);
        }
        var escrow = book.escrow(one.escrow());
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(escrow.id(), -escrow.balance()));
        var host = one.host();
        long returned = escrow.balance();
        for (var winner : drawing.winners()) {
            // what the host wins is part of what comes back: an account stands once in a transaction
            if (host.isEmpty() || !winner.equals(host.get())) {
                returned -= one.share().amount();
                legs.add(new Leg(book.wallet(winner).id(), one.share().amount()));
            }
        }
        legs.add(new Leg(host.map(book::wallet).orElseGet(book::treasury).id(), returned));
        return legs;
    }

    private static List<Leg> nothing(Book book) {
        return List.of(new Leg(book.treasury().id(), 0), new Leg(book.house().id(), 0));
    }

    /**
     * Draws again, in the place of these winners; their shares go to the new ones.
     *
     * @param book opened for all who entered it and may be concerned
     */
    Uni<List<Outgoing<?>>> again(
            Occasion occasion, Mutiny.StatelessSession tx, Giveaway one, List<UserId> replaced, Drawing drawing) {
        var members = new ArrayList<>(replaced);
        members.addAll(drawing.winners());
        return ledger.open(tx, one.guild(), members)
                .chain(book -> giveaways
                        .replaced(tx, one, replaced)
                        .chain(() -> record(
                                occasion, tx, book, one, drawing, moving(book, one, replaced, drawing.winners()))));
    }

    private static List<Leg> moving(Book book, Giveaway one, List<UserId> from, List<UserId> to) {
        if (one.coins().isNone()) {
            return nothing(book);
        }
        var legs = new ArrayList<Leg>();
        from.forEach(member ->
                legs.add(new Leg(book.wallet(member).id(), -one.share().amount())));
        to.forEach(
                member -> legs.add(new Leg(book.wallet(member).id(), one.share().amount())));
        return legs;
    }

    private Uni<List<Outgoing<?>>> record(
            Occasion occasion, Mutiny.StatelessSession tx, Book book, Giveaway one, Drawing drawing, List<Leg> legs) {
        var next = Seed.of(random);
        long number = book.transactions() + 1;
        var now = clock.instant();
        boolean late = one.rounds() == 0 && now.isAfter(one.endsAt().plus(config.lateAfter()));
        return desk.record(
                        occasion,
                        tx,
                        book,
                        new Draft(occasion.id(), Cause.PRIZE, occasion.time(), Optional.empty(), legs))
                .call(() -> giveaways.drawn(tx, one.drawn(next), drawing.winners()))
                .call(() -> boards.show(
                        occasion,
                        tx,
                        one.board(),
                        one.changes() + one.rounds() + 1,
                        GiveawayTexts.over(one, drawing, next)))
                .map(told -> {
                    var all = new ArrayList<>(told);
                    all.add(occasion.causes("giveaway-drawn", drawn(one, drawing, next, number)));
                    all.add(post(occasion, one, GiveawayTexts.won(one, drawing, late)));
                    return all;
                });
    }

    private static GiveawayDrawn drawn(Giveaway one, Drawing drawing, Seed next, long number) {
        return new GiveawayDrawn(
                one.guild(),
                one.id(),
                number,
                one.rounds(),
                drawing.winners(),
                drawing.entrants(),
                drawing.digest(),
                one.seed().text(),
                next.hash(),
                one.share().amount());
    }

    private Outgoing<?> post(Occasion occasion, Giveaway one, MessageBody body) {
        return occasion.causes(
                Topics.REPLIES,
                "won",
                one.board().channel().toString(),
                new PostMessage(
                        one.board().channel(),
                        body,
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant().plus(config.postWithin())));
    }
}
