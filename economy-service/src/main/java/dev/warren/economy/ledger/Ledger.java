package dev.warren.economy.ledger;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The ledgers of all guilds. Everything happens in the caller's transaction. */
public interface Ledger {
    /**
     * Opens a guild's book for writing. Until the transaction ends nobody else can, so keep to one guild in a transaction where that
     * can be. Accounts that are not there yet are made.
     *
     * @param members whose accounts are needed
     */
    Uni<Book> open(Mutiny.StatelessSession tx, GuildId guild, Collection<UserId> members);

    /** Opens a guild's book with these accounts, whosever they are, beside the guild's own. */
    Uni<Book> openWith(Mutiny.StatelessSession tx, GuildId guild, Collection<AccountId> accounts);

    /** Locks a guild's book as opening it does, but makes none: whether there is one. */
    Uni<Boolean> lock(Mutiny.StatelessSession tx, GuildId guild);

    /** The account that is set apart for a purpose in an open book, made when it is not there yet; the book with it. */
    Uni<Book> withEscrow(Mutiny.StatelessSession tx, Book book, String purpose);

    /** Stores what is pending in a book as one block. */
    Uni<Sealed> seal(Mutiny.StatelessSession tx, Book book);

    /** The wallet and the bank of a member as they stand; none before the first coin. */
    Uni<Optional<Holdings>> holdings(Mutiny.StatelessSession tx, GuildId guild, UserId member);

    /** A transaction by its number. */
    Uni<Optional<Transaction>> find(Mutiny.StatelessSession tx, GuildId guild, long number);

    /** Which of these have caused a transaction already, and its number. */
    Uni<Map<EventId, Long>> known(Mutiny.StatelessSession tx, Collection<EventId> keys);

    /** The number of the transaction that takes another back; none when nothing does. */
    Uni<Optional<Long>> reversalOf(Mutiny.StatelessSession tx, GuildId guild, long number);

    /** Notes whether a member may move coins; the caller also records a transaction that says so. */
    Uni<Book> freeze(Mutiny.StatelessSession tx, Book book, UserId member, boolean frozen);

    /** Forgets whose accounts they are. They stay in the ledger, and nobody can tell of whom they speak. */
    Uni<Void> forget(Mutiny.StatelessSession tx, Book book, UserId member);

    /** What a member has. */
    record Holdings(Holder holder, Coins wallet, Coins bank) {}

    /**
     * What was stored.
     *
     * @param book as it stands now
     */
    record Sealed(Book book, Block block, List<Transaction> transactions) {
        public Sealed {
            transactions = List.copyOf(transactions);
        }
    }
}
