package dev.warren.economy.desk;

import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Posting;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What was set apart in a guild that removed the bot goes back before the feature forgets it: should the guild come back before all is
 * deleted, no coin lies in an account that nobody empties.
 */
@ApplicationScoped
public class Settling {
    private final Ledger ledger;
    private final Teller teller;
    private final InstantSource clock;

    Settling(Ledger ledger, Teller teller, InstantSource clock) {
        this.ledger = ledger;
        this.teller = teller;
        this.clock = clock;
    }

    /**
     * Empties an escrow, if there is one.
     *
     * @param owner who set it apart; where nothing tells any more whose their accounts were, the treasury gets it
     */
    public Uni<Void> settle(
            Mutiny.StatelessSession tx, GuildId guild, String purpose, Optional<UserId> owner, Cause cause) {
        return ledger.lock(tx, guild)
                .chain(begun -> begun
                        ? known(tx, guild, owner).chain(known -> settle(tx, guild, purpose, cause, known))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Optional<UserId>> known(Mutiny.StatelessSession tx, GuildId guild, Optional<UserId> owner) {
        return owner.map(member -> ledger.holdings(tx, guild, member).map(held -> owner.filter(_ -> held.isPresent())))
                .orElseGet(() -> Uni.createFrom().item(owner));
    }

    private Uni<Void> settle(
            Mutiny.StatelessSession tx, GuildId guild, String purpose, Cause cause, Optional<UserId> owner) {
        return ledger.open(tx, guild, owner.stream().toList())
                .chain(book -> ledger.withEscrow(tx, book, purpose))
                .chain(book -> {
                    var escrow = book.escrow(purpose);
                    return escrow.coins().isNone()
                            ? Uni.createFrom().voidItem()
                            : settle(
                                    tx,
                                    book,
                                    Draft.transfer(
                                            EventId.of("departure:" + guild + "/" + purpose),
                                            cause,
                                            clock.instant(),
                                            escrow.id(),
                                            owner.map(book::wallet)
                                                    .orElseGet(book::treasury)
                                                    .id(),
                                            escrow.coins()));
                });
    }

    private Uni<Void> settle(Mutiny.StatelessSession tx, Book book, Draft draft) {
        return switch (book.post(draft)) {
            case Posting.Done done -> ledger.seal(tx, done.book()).chain(written -> teller.note(tx, written));
            case Posting.NotEnough _, Posting.TooMuch _ ->
                throw new IllegalStateException("what was set apart must be there: guild " + book.guild());
        };
    }
}
