package dev.warren.economy.desk;

import dev.warren.economy.ledger.Columns;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks that are still to be told of. What is told stands in the ledger. */
final class UntoldBlocks {
    private static final String SOURCE = "/economy";

    /** In a handler's transaction. */
    static final String NOTE = "INSERT INTO untold_block (guild_id, number) VALUES (?1, ?2)";

    private static final String CLAIM = """
            SELECT u.guild_id, u.number, b.last - b.first + 1 AS size, encode(b.hash, 'hex') AS hash
            FROM untold_block AS u JOIN ledger_block AS b ON b.guild_id = u.guild_id AND b.number = u.number
            ORDER BY u.guild_id, u.number LIMIT $1 FOR UPDATE OF u SKIP LOCKED""";

    private static final String EVENTS = """
            SELECT t.guild_id, t.number, t.event_key, t.cause, t.at, t.reverses, b.number AS block, encode(b.hash, 'hex') AS block_hash,
                e.account_id, e.amount, e.balance, a.kind, a.purpose, coalesce(w.user_id, s.user_id) AS user_id
            FROM unnest($1::bigint[], $2::bigint[]) AS u (guild_id, number)
            JOIN ledger_block AS b ON b.guild_id = u.guild_id AND b.number = u.number
            JOIN ledger_transaction AS t ON t.guild_id = b.guild_id AND t.number BETWEEN b.first AND b.last
            JOIN ledger_entry AS e ON e.guild_id = t.guild_id AND e.number = t.number
            JOIN account AS a ON a.id = e.account_id
            LEFT JOIN holder AS w ON w.wallet = e.account_id
            LEFT JOIN holder AS s ON s.bank = e.account_id
            ORDER BY t.guild_id, t.number, e.place""";

    private static final String TOLD = """
            DELETE FROM untold_block USING unnest($1::bigint[], $2::bigint[]) AS u (guild_id, number)
            WHERE untold_block.guild_id = u.guild_id AND untold_block.number = u.number""";

    private UntoldBlocks() {}

    /** @param hash what the block seals, to the bit */
    record Untold(long guild, long number, String hash) {
        static Untold of(Sealed written) {
            return new Untold(
                    written.book().guild().value(),
                    written.block().number(),
                    written.block().hash().hex());
        }
    }

    /**
     * Some of them, kept from others until the transaction ends.
     *
     * @param most how many transactions they have together; a block that alone has more is claimed by itself
     */
    static Uni<List<Untold>> claim(SqlConnection tx, int most) {
        return tx.preparedQuery(CLAIM).execute(Tuple.of(most)).map(rows -> {
            var claimed = new ArrayList<Untold>();
            long transactions = 0;
            for (var row : rows) {
                transactions += row.getLong("size");
                if (!claimed.isEmpty() && transactions > most) {
                    break;
                }
                claimed.add(new Untold(row.getLong("guild_id"), row.getLong("number"), row.getString("hash")));
            }
            return claimed;
        });
    }

    /** One event for each of their transactions. Accounts are named with whose they are now; nobody's when that was erased. */
    static Uni<List<Outgoing<?>>> events(SqlConnection tx, List<Untold> blocks) {
        return tx.preparedQuery(EVENTS).execute(tuple(blocks)).map(UntoldBlocks::events);
    }

    static Uni<Void> told(SqlConnection tx, List<Untold> blocks) {
        return tx.preparedQuery(TOLD).execute(tuple(blocks)).replaceWithVoid();
    }

    private static Tuple tuple(List<Untold> blocks) {
        return Tuple.from(
                new Object[] {Columns.numbers(blocks, Untold::guild), Columns.numbers(blocks, Untold::number)});
    }

    private static List<Outgoing<?>> events(RowSet<Row> rows) {
        var events = new ArrayList<Outgoing<?>>();
        var its = new ArrayList<Row>();
        for (var row : rows) {
            if (!its.isEmpty() && !isSame(its.getFirst(), row)) {
                events.add(event(its));
                its.clear();
            }
            its.add(row);
        }
        if (!its.isEmpty()) {
            events.add(event(its));
        }
        return events;
    }

    private static boolean isSame(Row one, Row other) {
        return one.getLong("number").equals(other.getLong("number"))
                && one.getLong("guild_id").equals(other.getLong("guild_id"));
    }

    private static Outgoing<EconomyEvent> event(List<Row> rows) {
        var head = rows.getFirst();
        var guild = new GuildId(head.getLong("guild_id"));
        var entries = rows.stream().map(UntoldBlocks::entry).toList();
        var recorded = new TransactionRecorded(
                guild,
                head.getLong("number"),
                EventId.of(head.getString("event_key")),
                Cause.valueOf(head.getString("cause")),
                head.getOffsetDateTime("at").toInstant(),
                Optional.ofNullable(head.getLong("reverses")),
                entries,
                head.getLong("block"),
                head.getString("block_hash"));
        var key = entries.stream()
                .flatMap(entry -> entry.member().stream())
                .findFirst()
                .map(member -> Keys.member(Optional.of(guild), member))
                .orElseGet(() -> Keys.guild(guild));
        return event(recorded, key);
    }

    private static Outgoing<EconomyEvent> event(TransactionRecorded recorded, String key) {
        return new Outgoing<>(Topics.ECONOMY_EVENTS, Event.first(recorded.key(), SOURCE, recorded.at(), key, recorded));
    }

    /** The same of a block that is at hand. */
    static List<Outgoing<?>> events(Sealed written) {
        var events = new ArrayList<Outgoing<?>>(written.transactions().size());
        for (var one : written.transactions()) {
            events.add(event(EconomyEvents.recorded(written, one), EconomyEvents.key(written, one)));
        }
        return events;
    }

    private static Entry entry(Row row) {
        return new Entry(
                new AccountId(row.getLong("account_id")),
                AccountKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getLong("user_id")).map(UserId::new),
                Optional.ofNullable(row.getString("purpose")),
                row.getLong("amount"),
                row.getLong("balance"));
    }
}
