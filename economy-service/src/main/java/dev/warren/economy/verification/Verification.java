package dev.warren.economy.verification;

import dev.warren.economy.ledger.Block;
import dev.warren.economy.ledger.Hash;
import dev.warren.economy.ledger.Transaction;
import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Proves ledgers as they are committed, each in a snapshot of its own, page by page. */
@ApplicationScoped
public class Verification {
    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    private static final String GUILDS = "SELECT guild_id FROM book ORDER BY guild_id";
    private static final String SIZE = "SELECT coalesce((SELECT transactions FROM book WHERE guild_id = $1), 0)";
    private static final String BOOK = """
            SELECT transactions, blocks, encode(head, 'hex') AS head,
                (SELECT count(*) FROM ledger_transaction WHERE guild_id = $1) AS stored_transactions,
                (SELECT count(*) FROM ledger_entry WHERE guild_id = $1) AS stored_entries
            FROM book WHERE guild_id = $1""";
    private static final String ACCOUNTS = "SELECT id, kind, balance FROM account WHERE guild_id = $1";
    private static final String BLOCKS = """
            SELECT number, first, last, encode(hash, 'hex') AS hash FROM ledger_block
            WHERE guild_id = $1 AND number > $2 ORDER BY number LIMIT $3""";
    private static final String TRANSACTIONS = """
            SELECT t.number, t.event_key, t.cause, t.at, t.reverses, encode(t.hash, 'hex') AS hash, e.account_id, e.amount, e.balance
            FROM ledger_transaction AS t
            LEFT JOIN ledger_entry AS e USING (guild_id, number)
            WHERE t.guild_id = $1 AND t.number BETWEEN $2 AND $3
            ORDER BY t.number, e.place""";

    /** Blocks read at once; a block seals at most some hundred transactions. */
    private static final int PAGE = 200;

    private final Pool pool;

    Verification(Pool pool) {
        this.pool = pool;
    }

    /** Proves all ledgers, one after the other. */
    public Multi<Report> all() {
        return Multi.createFrom()
                .uni(pool.query(GUILDS).execute())
                .onItem()
                .transformToMultiAndConcatenate(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> of(new GuildId(row.getLong(0))))
                .onItem()
                .transformToMultiAndConcatenate(report -> Multi.createFrom().items(report.stream()));
    }

    /** How many transactions a guild's ledger has. */
    Uni<Long> size(GuildId guild) {
        return pool.preparedQuery(SIZE)
                .execute(Tuple.of(guild.value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Proves a guild's ledger; none where there is none. */
    public Uni<Optional<Report>> of(GuildId guild) {
        return pool.withTransaction(tx -> tx.query(SNAPSHOT)
                .execute()
                .chain(() -> tx.preparedQuery(BOOK).execute(Tuple.of(guild.value())))
                .chain(books -> books.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : prove(tx, guild, books.iterator().next()).map(Optional::of)));
    }

    private static Uni<Report> prove(SqlConnection tx, GuildId guild, Row book) {
        var proof = new Proof(guild);
        return tx.preparedQuery(ACCOUNTS)
                .execute(Tuple.of(guild.value()))
                .invoke(rows -> rows.forEach(row -> proof.account(
                        new AccountId(row.getLong("id")),
                        AccountKind.valueOf(row.getString("kind")),
                        row.getLong("balance"))))
                .chain(() -> pages(tx, guild, proof, 0))
                .map(_ -> proof.finish(
                        book.getLong("transactions"),
                        book.getLong("blocks"),
                        new Hash(book.getString("head")),
                        book.getLong("stored_transactions"),
                        book.getLong("stored_entries")));
    }

    private static Uni<Void> pages(SqlConnection tx, GuildId guild, Proof proof, long after) {
        return tx.preparedQuery(BLOCKS)
                .execute(Tuple.of(guild.value(), after, PAGE))
                .chain(rows -> {
                    var blocks = StreamSupport.stream(rows.spliterator(), false)
                            .map(Verification::block)
                            .toList();
                    if (blocks.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return tx.preparedQuery(TRANSACTIONS)
                            .execute(Tuple.of(
                                    guild.value(),
                                    blocks.getFirst().first(),
                                    blocks.getLast().last()))
                            .invoke(found -> prove(proof, blocks, transactions(guild, found)))
                            .chain(() -> blocks.size() < PAGE
                                    ? Uni.createFrom().voidItem()
                                    : pages(tx, guild, proof, blocks.getLast().number()));
                });
    }

    private static void prove(Proof proof, List<Block> blocks, List<Transaction> transactions) {
        for (var block : blocks) {
            proof.block(
                    block,
                    transactions.stream()
                            .filter(one -> one.number() >= block.first() && one.number() <= block.last())
                            .toList());
        }
    }

    private static Block block(Row row) {
        return new Block(
                row.getLong("number"), row.getLong("first"), row.getLong("last"), new Hash(row.getString("hash")));
    }

    private static List<Transaction> transactions(GuildId guild, RowSet<Row> rows) {
        var heads = new LinkedHashMap<Long, Row>();
        var entries = new LinkedHashMap<Long, List<Entry>>();
        for (var row : rows) {
            long number = row.getLong("number");
            heads.putIfAbsent(number, row);
            var its = entries.computeIfAbsent(number, _ -> new ArrayList<>());
            if (row.getLong("account_id") != null) {
                its.add(new Entry(
                        new AccountId(row.getLong("account_id")), row.getLong("amount"), row.getLong("balance")));
            }
        }
        return heads.entrySet().stream()
                .map(head -> transaction(guild, head.getValue(), entries.getOrDefault(head.getKey(), List.of())))
                .toList();
    }

    private static Transaction transaction(GuildId guild, Row row, List<Entry> entries) {
        return new Transaction(
                guild,
                row.getLong("number"),
                EventId.of(row.getString("event_key")),
                row.getString("cause"),
                row.getOffsetDateTime("at").toInstant(),
                Optional.ofNullable(row.getLong("reverses")),
                entries,
                new Hash(row.getString("hash")));
    }
}
