package dev.warren.economy.ledger;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The ledger of a guild that removed the bot. First nobody can tell any more whose the accounts were; then the newest blocks go, and what
 * they moved is undone, so what is left is a ledger that proves, at every step; in the end the empty accounts and the book.
 */
@ApplicationScoped
class GuildBooks implements GuildData {
    /** A block may have a thousand transactions. */
    private static final int ROWS_IN_A_BLOCK = 100;

    private static final String LOCK = "SELECT guild_id, transactions FROM book WHERE guild_id = ?1 FOR UPDATE";

    private static final String DEPARTED =
            "SELECT set_config('warren.departed', 'yes', true) AS departed, 1 AS set_for_this_transaction";

    private static final String HOLDERS = """
            DELETE FROM holder WHERE guild_id = ?1 AND user_id IN (
                SELECT user_id FROM holder WHERE guild_id = ?1 ORDER BY user_id LIMIT ?2)""";

    private static final String BLOCKS = """
            WITH going AS MATERIALIZED (
                SELECT number, first FROM ledger_block WHERE guild_id = ?1 ORDER BY number DESC LIMIT ?2
            ), bound AS MATERIALIZED (
                SELECT min(number) AS block, min(first) AS first FROM going HAVING count(*) > 0
            ), entries AS (
                DELETE FROM ledger_entry USING bound
                WHERE guild_id = ?1 AND ledger_entry.number >= bound.first RETURNING account_id, amount
            ), undone AS (
                UPDATE account SET balance = balance - moved.amount
                FROM (SELECT account_id, sum(amount) AS amount FROM entries GROUP BY account_id) AS moved
                WHERE account.id = moved.account_id
            ), transactions AS (
                DELETE FROM ledger_transaction USING bound WHERE guild_id = ?1 AND ledger_transaction.number >= bound.first
            ), untold AS (
                DELETE FROM untold_block USING bound WHERE guild_id = ?1 AND untold_block.number >= bound.block
            ), blocks AS (
                DELETE FROM ledger_block USING bound WHERE guild_id = ?1 AND ledger_block.number >= bound.block
            )
            UPDATE book SET transactions = bound.first - 1, blocks = bound.block - 1, head = coalesce(
                (SELECT hash FROM ledger_block WHERE guild_id = ?1 AND number = bound.block - 1), decode(repeat('00', 32), 'hex'))
            FROM bound WHERE book.guild_id = ?1""";

    private static final String ACCOUNTS = """
            DELETE FROM account WHERE guild_id = ?1 AND id IN (SELECT id FROM account WHERE guild_id = ?1 LIMIT ?2)""";

    private static final String BOOK = "DELETE FROM book WHERE guild_id = ?1";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.rows(tx, LOCK, guild.value())
                .chain(books -> books.isEmpty()
                        ? Uni.createFrom().item(0)
                        : Sql.rows(tx, DEPARTED)
                                .chain(() -> Sql.execute(tx, HOLDERS, guild.value(), most))
                                .chain(gone -> next(gone, () -> blocks(tx, guild, most)))
                                .chain(gone -> next(gone, () -> Sql.execute(tx, ACCOUNTS, guild.value(), most)))
                                .chain(gone -> next(gone, () -> Sql.execute(tx, BOOK, guild.value()))));
    }

    private static Uni<Integer> blocks(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, BLOCKS, guild.value(), Math.max(1, most / ROWS_IN_A_BLOCK));
    }

    private static Uni<Integer> next(int gone, Supplier<Uni<Integer>> step) {
        return gone > 0 ? Uni.createFrom().item(gone) : step.get();
    }
}
