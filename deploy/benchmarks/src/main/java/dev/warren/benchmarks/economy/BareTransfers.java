package dev.warren.benchmarks.economy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.TreeMap;

/**
 * The least that transfers need: in batches of 500, a row for each, unique by its key, and two balances that may not be negative, in one
 * statement and one durable commit a batch. No topic, no numbers, no hashes, no entries.
 */
final class BareTransfers {
    private static final int BATCH = 500;
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS bench_account (id bigint PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0)) WITH (fillfactor = 70);
            CREATE TABLE IF NOT EXISTS bench_transfer (key text PRIMARY KEY, payer bigint NOT NULL, payee bigint NOT NULL, amount bigint NOT NULL);
            TRUNCATE bench_account, bench_transfer;""";
    private static final String MOVE = """
            WITH moved AS (
                INSERT INTO bench_transfer SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
            )
            UPDATE bench_account SET balance = balance + changed.amount
            FROM unnest(?::bigint[], ?::bigint[]) AS changed (id, amount)
            WHERE bench_account.id = changed.id""";

    private final Connection database;
    private final int accounts;

    BareTransfers(Connection database, int accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Makes so many transfers; gives how many in a second. */
    double run(int count) throws SQLException {
        database.setAutoCommit(false);
        try (var create = database.createStatement()) {
            create.execute(TABLES);
            create.execute("INSERT INTO bench_account SELECT id, 1000000000000 FROM generate_series(0, " + accounts
                    + ") AS a (id)");
        }
        database.commit();
        var start = System.nanoTime();
        for (int first = 0; first < count; first += BATCH) {
            move(first, Math.min(count, first + BATCH));
            database.commit();
        }
        return count * NANOS_PER_SECOND / (System.nanoTime() - start);
    }

    private void move(int first, int end) throws SQLException {
        var keys = new String[end - first];
        var payers = new Long[end - first];
        var payees = new Long[end - first];
        var amounts = new Long[end - first];
        var changes = new HashMap<Long, Long>();
        for (int i = first; i < end; i++) {
            long payer = (i * 7_919L + 13) % accounts;
            long payee = i % accounts;
            keys[i - first] = "activity:4611686018427387904/" + i;
            payers[i - first] = payer;
            payees[i - first] = payee;
            amounts[i - first] = 100L;
            changes.merge(payer, -100L, Long::sum);
            changes.merge(payee, 100L, Long::sum);
        }
        var sorted = new TreeMap<>(changes);
        try (var statement = database.prepareStatement(MOVE)) {
            statement.setArray(1, database.createArrayOf("text", keys));
            statement.setArray(2, database.createArrayOf("bigint", payers));
            statement.setArray(3, database.createArrayOf("bigint", payees));
            statement.setArray(4, database.createArrayOf("bigint", amounts));
            statement.setArray(
                    5, database.createArrayOf("bigint", sorted.keySet().toArray()));
            statement.setArray(
                    6, database.createArrayOf("bigint", sorted.values().toArray()));
            statement.executeUpdate();
        }
    }
}
