package dev.warren.economy.ledger;

import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How what the ledger speaks of is written as rows, and read from them. */
final class LedgerRows {
    private LedgerRows() {}

    static String numbers(Collection<Long> numbers) {
        return new JsonArray(new ArrayList<>(numbers)).encode();
    }

    static String texts(Collection<String> texts) {
        return new JsonArray(new ArrayList<>(texts)).encode();
    }

    static String transactions(List<Transaction> all) {
        var rows = new JsonArray();
        for (var one : all) {
            var row = new JsonObject()
                    .put("number", one.number())
                    .put("key", one.key().value())
                    .put("cause", one.cause())
                    .put("at", one.at().toString())
                    .put("hash", one.hash().hex());
            one.reverses().ifPresent(number -> row.put("reverses", number));
            rows.add(row);
        }
        return rows.encode();
    }

    static String entries(List<Transaction> all) {
        var rows = new JsonArray();
        for (var transaction : all) {
            int place = 0;
            for (var entry : transaction.entries()) {
                rows.add(new JsonObject()
                        .put("number", transaction.number())
                        .put("place", place++)
                        .put("account", entry.account().value())
                        .put("amount", entry.amount())
                        .put("balance", entry.balance()));
            }
        }
        return rows.encode();
    }

    /** The newest balance of each account that the transactions concern, in the order of their numbers. */
    static String balances(List<Transaction> all) {
        var newest = new TreeMap<AccountId, Long>();
        all.forEach(one -> one.entries().forEach(entry -> newest.put(entry.account(), entry.balance())));
        var rows = new JsonArray();
        newest.forEach((account, balance) ->
                rows.add(new JsonObject().put("account", account.value()).put("balance", balance)));
        return rows.encode();
    }

    static String opened(Collection<Account> accounts) {
        var rows = new JsonArray();
        for (var account : accounts) {
            var row = new JsonObject()
                    .put("id", account.id().value())
                    .put("kind", account.kind().name());
            account.purpose().ifPresent(purpose -> row.put("purpose", purpose));
            rows.add(row);
        }
        return rows.encode();
    }

    static String held(Collection<Holder> holders) {
        var rows = new JsonArray();
        for (var holder : holders) {
            rows.add(new JsonObject()
                    .put("member", holder.member().value())
                    .put("wallet", holder.wallet().value())
                    .put("bank", holder.bank().value()));
        }
        return rows.encode();
    }

    /** From id, kind, balance, purpose, member. */
    static Account account(Object[] row) {
        return new Account(
                new AccountId(number(row[0])),
                AccountKind.valueOf(text(row[1])),
                optionalNumber(row[4]).map(UserId::new),
                Optional.ofNullable((String) row[3]),
                number(row[2]));
    }

    /** From number, key, cause, microseconds, reverses, hash, account, amount, balance; a row for each entry, in their order. */
    static List<Transaction> transactions(GuildId guild, List<Object[]> rows) {
        var entries = new LinkedHashMap<Long, List<Entry>>();
        var heads = new LinkedHashMap<Long, Object[]>();
        for (var row : rows) {
            long number = number(row[0]);
            heads.putIfAbsent(number, row);
            var its = entries.computeIfAbsent(number, _ -> new ArrayList<>());
            if (row[6] != null) {
                its.add(new Entry(new AccountId(number(row[6])), number(row[7]), number(row[8])));
            }
        }
        return heads.values().stream()
                .map(row -> new Transaction(
                        guild,
                        number(row[0]),
                        EventId.of(text(row[1])),
                        text(row[2]),
                        Instant.EPOCH.plus(number(row[3]), ChronoUnit.MICROS),
                        optionalNumber(row[4]),
                        entries.getOrDefault(number(row[0]), List.of()),
                        new Hash(text(row[5]))))
                .toList();
    }

    static long number(@Nullable Object column) {
        return optionalNumber(column).orElseThrow(() -> new IllegalStateException("a column must hold a number"));
    }

    static Optional<Long> optionalNumber(@Nullable Object column) {
        return column == null ? Optional.empty() : Optional.of(((Number) column).longValue());
    }

    static String text(@Nullable Object column) {
        if (column == null) {
            throw new IllegalStateException("a column must hold a text");
        }
        return column.toString();
    }
}
