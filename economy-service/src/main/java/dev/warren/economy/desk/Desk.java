package dev.warren.economy.desk;

import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Posting;
import dev.warren.economy.ledger.Posting.NotEnough;
import dev.warren.economy.ledger.Transaction;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where commands have coins moved: a draft becomes a transaction, its event, and what is said of it. */
@ApplicationScoped
public class Desk {
    private final Ledger ledger;

    Desk(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What was recorded. */
    public record Moved(Sealed sealed, Transaction transaction) {
        public Book book() {
            return sealed.book();
        }
    }

    /** The guild of a command that is announced for guilds alone. */
    public static GuildId guild(Call<?> call) {
        return call.guild().orElseThrow(() -> new IllegalStateException("the economy was asked for outside a guild"));
    }

    /** Opens the guild's book for these members. */
    public Uni<Book> open(Call<?> call, Mutiny.StatelessSession tx, Collection<UserId> members) {
        return ledger.open(tx, guild(call), members);
    }

    /** Records the draft and says so, or says why it cannot be. */
    public Uni<Outcome> move(
            Call<?> call, Mutiny.StatelessSession tx, Book book, Draft draft, Function<Moved, Outcome> said) {
        return move(call, tx, book, draft, () -> Uni.createFrom().voidItem(), said);
    }

    /**
     * Records the draft and says so, or says why it cannot be.
     *
     * @param also what else is stored when it is recorded
     */
    public Uni<Outcome> move(
            Call<?> call,
            Mutiny.StatelessSession tx,
            Book book,
            Draft draft,
            Supplier<Uni<Void>> also,
            Function<Moved, Outcome> said) {
        return moveAll(
                call,
                tx,
                book,
                List.of(draft),
                also,
                written -> said.apply(new Moved(written, written.transactions().getLast())));
    }

    /**
     * Records all of the drafts and says so, or says why they cannot be, and then none is.
     *
     * @param also what else is stored when they are recorded
     */
    public Uni<Outcome> moveAll(
            Call<?> call,
            Mutiny.StatelessSession tx,
            Book book,
            List<Draft> drafts,
            Supplier<Uni<Void>> also,
            Function<Sealed, Outcome> said) {
        return switch (book.post(drafts)) {
            case Posting.Done done ->
                ledger.seal(tx, done.book())
                        .call(also::get)
                        .map(written -> said.apply(written)
                                .emitting(told(Occasion.of(call), written).toArray(Outgoing<?>[]::new)));
            case NotEnough shortage -> Uni.createFrom().item(refused(call, shortage));
            case Posting.TooMuch(var account) -> Uni.createFrom().item(tooMuch(account));
        };
    }

    /**
     * Records a draft for which everything is there: what was set apart, or no coins at all.
     *
     * @return its event
     */
    public Uni<List<Outgoing<?>>> record(Occasion occasion, Mutiny.StatelessSession tx, Book book, Draft draft) {
        return switch (book.post(draft)) {
            case Posting.Done done -> ledger.seal(tx, done.book()).map(written -> told(occasion, written));
            case NotEnough _, Posting.TooMuch _ ->
                throw new IllegalStateException("what was set apart must be there: guild " + book.guild());
        };
    }

    private static List<Outgoing<?>> told(Occasion occasion, Sealed sealed) {
        return sealed.transactions().stream()
                .<Outgoing<?>>map(transaction -> occasion.causes(
                        "transaction:" + transaction.number(),
                        EconomyEvents.key(sealed, transaction),
                        EconomyEvents.recorded(sealed, transaction)))
                .toList();
    }

    /** Why so much cannot be taken from an account; none when it can. */
    public static Optional<Outcome> shortage(Call<?> call, Account account, Coins needs) {
        return account.coins().compareTo(needs) < 0
                ? Optional.of(refused(call, new NotEnough(account, needs)))
                : Optional.empty();
    }

    private static Outcome refused(Call<?> call, NotEnough shortage) {
        var account = shortage.account();
        var who = account.member()
                .map(member -> member.equals(call.member().id()) ? "You have " : Words.member(member) + " has ")
                .orElse("There are ");
        return Outcome.refused(
                "not-enough-coins",
                "%s%s in %s; that takes %s."
                        .formatted(
                                who,
                                Words.coins(account.coins()),
                                place(call, account),
                                Words.number(shortage.needs().amount())));
    }

    private static String place(Call<?> call, Account account) {
        return account.member()
                .map(member -> (member.equals(call.member().id()) ? "your " : "their ") + Words.account(account))
                .orElseGet(() -> Words.account(account));
    }

    private static Outcome tooMuch(Account account) {
        return Outcome.refused(
                "too-many-coins", "That is more than " + Words.account(account) + " can hold; nothing has moved.");
    }

    /** Why somebody whose coins are frozen is refused. */
    public static Outcome frozen(boolean own) {
        return own
                ? Outcome.refused(
                        "frozen", "Your coins are frozen here. Whoever manages this server can unfreeze them.")
                : Outcome.refused("frozen", "That member's coins are frozen here, so they can get none.");
    }

    /** Why nothing is moved. */
    public static Outcome nothing(String where) {
        return Outcome.refused(
                "no-coins", "There is nothing in " + where + " to take; name an amount such as 250 or 1k.");
    }
}
