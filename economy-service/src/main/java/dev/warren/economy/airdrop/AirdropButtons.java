package dev.warren.economy.airdrop;

import dev.warren.economy.airdrop.Airdrop.Claim;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Pages;
import dev.warren.economy.due.Boards;
import dev.warren.economy.due.Deadlines;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.AirdropClaimed;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The button of an airdrop. The guild's open book makes claims wait for each other, so places are given in one order. */
@ApplicationScoped
class AirdropButtons implements ComponentHandler {
    private final Desk desk;
    private final Ledger ledger;
    private final Airdrops airdrops;
    private final Boards boards;
    private final Deadlines deadlines;

    AirdropButtons(Desk desk, Ledger ledger, Airdrops airdrops, Boards boards, Deadlines deadlines) {
        this.desk = desk;
        this.ledger = ledger;
        this.airdrops = airdrops;
        this.boards = boards;
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return AirdropTexts.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        long wanted = Pages.number(id, 0);
        var member = call.member().id();
        return desk.open(call, tx, List.of(member))
                .chain(book -> book.holder(member).frozen()
                        ? Uni.createFrom().item(Desk.frozen(true))
                        : airdrops.find(tx, book.guild(), wanted)
                                .chain(found -> found.isEmpty()
                                        ? Uni.createFrom().item(over())
                                        : airdrops.hasClaimed(tx, found.get(), member)
                                                .chain(before -> decide(call, tx, book, found.get(), before))));
    }

    private Uni<Outcome> decide(
            Call<ComponentUsed> call, Mutiny.StatelessSession tx, Book book, Airdrop airdrop, boolean before) {
        return switch (airdrop.claim(call.member().id(), before, call.time())) {
            case Claim.Granted granted -> grant(call, tx, book, airdrop, granted);
            case Claim.Own _ ->
                Uni.createFrom()
                        .item(Outcome.refused(
                                "own-airdrop", "It is your own airdrop; what nobody claims comes back to you."));
            case Claim.Again _ ->
                Uni.createFrom().item(Outcome.refused("claimed-already", "You have claimed this airdrop already."));
            case Claim.Full _ ->
                Uni.createFrom()
                        .item(Outcome.refused("all-claimed", "Too late: all places of this airdrop are taken."));
            case Claim.Over _ -> Uni.createFrom().item(over());
        };
    }

    private static Outcome over() {
        return Outcome.refused("airdrop-over", "This airdrop is over.");
    }

    private Uni<Outcome> grant(
            Call<ComponentUsed> call, Mutiny.StatelessSession tx, Book book, Airdrop airdrop, Claim.Granted granted) {
        var member = call.member().id();
        return ledger.withEscrow(tx, book, airdrop.escrow())
                .chain(with -> desk.move(
                        call,
                        tx,
                        with,
                        Draft.transfer(
                                call.id(),
                                Cause.AIRDROP_CLAIM,
                                call.time(),
                                with.escrow(airdrop.escrow()).id(),
                                with.wallet(member).id(),
                                granted.coins()),
                        () -> placed(call, tx, airdrop, member, granted),
                        moved -> Outcome.ephemeral(MessageBody.text(AirdropTexts.granted(airdrop, granted)))
                                .emitting(Occasion.of(call)
                                        .causes(
                                                "airdrop-claimed",
                                                Keys.member(Optional.of(airdrop.guild()), member),
                                                new AirdropClaimed(
                                                        airdrop.guild(),
                                                        airdrop.id(),
                                                        moved.transaction().number(),
                                                        member,
                                                        granted.place(),
                                                        granted.coins().amount())))));
    }

    private Uni<Void> placed(
            Call<ComponentUsed> call,
            Mutiny.StatelessSession tx,
            Airdrop airdrop,
            UserId member,
            Claim.Granted granted) {
        var now = airdrop.claimed();
        return airdrops.claim(tx, airdrop, member, granted.place())
                .chain(() -> airdrops.claimants(tx, airdrop, AirdropTexts.NAMED))
                .chain(first -> boards.show(
                        Occasion.of(call), tx, airdrop.board(), now.claims(), AirdropTexts.open(now, first)))
                .chain(() -> now.isFull()
                        ? deadlines.set(Occasion.of(call), tx, Deadline.AIRDROP, airdrop.id(), call.time())
                        : Uni.createFrom().voidItem());
    }
}
