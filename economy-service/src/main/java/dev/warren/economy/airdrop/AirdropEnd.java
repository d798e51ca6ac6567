package dev.warren.economy.airdrop;

import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.due.Boards;
import dev.warren.economy.due.DueHandler;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Leg;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.AirdropEnded;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends airdrops: what is to be shared is shared, and the giver gets the rest back; the treasury, where the giver was erased. */
@ApplicationScoped
class AirdropEnd implements DueHandler {
    private final Desk desk;
    private final Ledger ledger;
    private final Airdrops airdrops;
    private final Boards boards;

    AirdropEnd(Desk desk, Ledger ledger, Airdrops airdrops, Boards boards) {
        this.desk = desk;
        this.ledger = ledger;
        this.airdrops = airdrops;
        this.boards = boards;
    }

    @Override
    public Deadline of() {
        return Deadline.AIRDROP;
    }

    @Override
    public Uni<List<Outgoing<?>>> due(Occasion occasion, DeadlineReached due, Mutiny.StatelessSession tx) {
        // the lock first, and then what holds under it
        return ledger.open(tx, occasion.guild(), List.of())
                .chain(() -> airdrops.find(tx, occasion.guild(), due.id()))
                .chain(found -> found.filter(airdrop -> !airdrop.ended())
                        .map(airdrop -> airdrops.claimants(tx, airdrop, airdrop.places())
                                .chain(claimants -> end(occasion, tx, airdrop, claimants)))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    private Uni<List<Outgoing<?>>> end(
            Occasion occasion, Mutiny.StatelessSession tx, Airdrop airdrop, List<UserId> claimants) {
        var share = switch (airdrop.kind()) {
            case FIRST -> Coins.NONE;
            case EVEN -> airdrop.evenShare();
        };
        var members = new ArrayList<UserId>(share.isNone() ? List.of() : claimants);
        airdrop.giver().ifPresent(members::add);
        return ledger.open(tx, airdrop.guild(), members)
                .chain(book -> ledger.withEscrow(tx, book, airdrop.escrow()))
                .chain(book -> end(occasion, tx, book, airdrop, claimants, share));
    }

    private Uni<List<Outgoing<?>>> end(
            Occasion occasion,
            Mutiny.StatelessSession tx,
            Book book,
            Airdrop airdrop,
            List<UserId> claimants,
            Coins share) {
        var escrow = book.escrow(airdrop.escrow());
        var legs = new ArrayList<Leg>();
        long shared = 0;
        if (!share.isNone()) {
            for (var member : claimants) {
                legs.add(new Leg(book.wallet(member).id(), share.amount()));
                shared += share.amount();
            }
        }
        var returned = escrow.coins().minus(new Coins(shared));
        legs.addFirst(new Leg(escrow.id(), -escrow.balance()));
        var gets = airdrop.giver().map(book::wallet).orElseGet(book::treasury);
        legs.add(new Leg(gets.id(), returned.amount()));
        long number = book.transactions() + 1;
        var ended = airdrop.over();
        var draft = new Draft(occasion.id(), Cause.AIRDROP_END, occasion.time(), Optional.empty(), legs);
        var named = claimants.subList(0, Math.min(AirdropTexts.NAMED, claimants.size()));
        return desk.record(occasion, tx, book, draft)
                .call(() -> airdrops.end(tx, airdrop))
                .call(() -> boards.show(
                        occasion,
                        tx,
                        airdrop.board(),
                        airdrop.claims() + 1L,
                        AirdropTexts.over(ended, named, returned)))
                .map(told -> {
                    var all = new ArrayList<>(told);
                    all.add(occasion.causes(
                            "airdrop-ended",
                            airdrop.giver()
                                    .map(giver -> Keys.member(Optional.of(airdrop.guild()), giver))
                                    .orElseGet(() -> Keys.guild(airdrop.guild())),
                            new AirdropEnded(
                                    airdrop.guild(), airdrop.id(), number, airdrop.claims(), returned.amount())));
                    return all;
                });
    }
}
