package dev.warren.economy.desk;

import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Posting;
import dev.warren.economy.ledger.Posting.NotEnough;
import dev.warren.economy.ledger.Transaction;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
        return switch (book.post(draft)) {
            case Posting.Done done ->
                ledger.seal(tx, done.book())
                        .call(also::get)
                        .map(written -> told(call, new Moved(written, done.only()), said));
            case NotEnough shortage -> Uni.createFrom().item(refused(call, shortage));
            case Posting.TooMuch(var account) -> Uni.createFrom().item(tooMuch(account));
        };
    }

    private static Outcome told(Call<?> call, Moved moved, Function<Moved, Outcome> said) {
        var transaction = moved.transaction();
        return said.apply(moved)
                .emitting(call.causes(
                        Topics.ECONOMY_EVENTS,
                        "transaction:" + transaction.number(),
                        EconomyEvents.key(moved.sealed(), transaction),
                        EconomyEvents.recorded(moved.sealed(), transaction)));
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
