package dev.warren.economy.ledger;

import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The ledgers of many guilds at once, in a few statements however many transactions there are. Everything happens in the caller's
 * transaction.
 */
public interface BatchLedger {
    /** Which of these have caused a transaction already. */
    Uni<Set<EventId>> known(SqlConnection tx, Collection<EventId> keys);

    /**
     * Opens guilds' books for writing, in the order in which everybody opens several: that of their numbers as text. Until the
     * transaction ends nobody else can. Accounts that are not there yet are made.
     *
     * @param members whose accounts are needed; a guild without members is opened with its own accounts
     */
    Uni<Map<GuildId, Book>> open(SqlConnection tx, Map<GuildId, ? extends Collection<UserId>> members);

    /**
     * Stores what is pending in books, as one block in each, and notes that it is to be told of. Books with nothing pending are passed
     * over.
     */
    Uni<Collection<Sealed>> seal(SqlConnection tx, Collection<Book> books);
}
