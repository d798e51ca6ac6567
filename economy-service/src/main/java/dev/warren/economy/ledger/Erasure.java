package dev.warren.economy.ledger;

import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Erases a member: what they have goes to the treasury, and then nothing tells any more whose the accounts were. */
public final class Erasure {
    private Erasure() {}

    /**
     * Records it in an open book and forgets the member. The key names the wallet, a random number, and so nobody.
     *
     * @param book opened for the member
     */
    public static Uni<Sealed> of(Ledger ledger, Mutiny.StatelessSession tx, Book book, UserId member, Instant at) {
        var key = EventId.of("erasure:" + book.wallet(member).id());
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(book.wallet(member).id(), -book.wallet(member).balance()));
        legs.add(new Leg(book.bank(member).id(), -book.bank(member).balance()));
        legs.add(new Leg(
                book.treasury().id(),
                Math.addExact(book.wallet(member).balance(), book.bank(member).balance())));
        return switch (book.post(new Draft(key, Cause.ERASURE, at, Optional.empty(), legs))) {
            case Posting.Done done -> ledger.seal(tx, done.book()).call(() -> ledger.forget(tx, book, member));
            case Posting.NotEnough _, Posting.TooMuch _ ->
                throw new IllegalStateException(
                        "a treasury must be able to hold what a member had: guild " + book.guild());
        };
    }
}
