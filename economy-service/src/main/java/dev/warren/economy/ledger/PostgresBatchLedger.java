package dev.warren.economy.ledger;

import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Batches in PostgreSQL. */
@ApplicationScoped
class PostgresBatchLedger implements BatchLedger {
    private final RandomGenerator random;
    private final MeterRegistry meters;

    PostgresBatchLedger(RandomGenerator random, MeterRegistry meters) {
        this.random = random;
        this.meters = meters;
    }

    /** A guild's book while it is read. */
    private static final class Opening {
        private final Row head;
        private final List<Holder> holders = new ArrayList<>();
        private final List<Account> accounts = new ArrayList<>();

        Opening(Row head) {
            this.head = head;
        }

        void hold(Holder holder, long carried, long saved) {
            var member = Optional.of(holder.member());
            holders.add(holder);
            accounts.add(new Account(holder.wallet(), AccountKind.WALLET, member, Optional.empty(), carried));
            accounts.add(new Account(holder.bank(), AccountKind.BANK, member, Optional.empty(), saved));
        }

        Book book() {
            return Book.of(
                    new GuildId(head.getLong("guild_id")),
                    head.getLong("transactions"),
                    head.getLong("blocks"),
                    new Hash(head.getString("head")),
                    holders,
                    accounts);
        }
    }

    private record Wanted(GuildId guild, UserId member) {}

    private record Made(GuildId guild, Account account) {}

    private record Numbered(Transaction transaction, short place, Entry entry) {}

    @Override
    public Uni<Set<EventId>> known(SqlConnection tx, Collection<EventId> keys) {
        return tx.preparedQuery(BatchSql.KNOWN)
                .execute(tuple(new Object[] {Columns.texts(keys, EventId::value)}))
                .map(rows -> {
                    var known = new HashSet<EventId>();
                    rows.forEach(row -> known.add(EventId.of(row.getString(0))));
                    return known;
                });
    }

    @Override
    public Uni<Map<GuildId, Book>> open(SqlConnection tx, Map<GuildId, ? extends Collection<UserId>> members) {
        var guilds = tuple(new Object[] {Columns.numbers(members.keySet(), GuildId::value)});
        var wanted = members.entrySet().stream()
                .flatMap(guild -> guild.getValue().stream().distinct().map(one -> new Wanted(guild.getKey(), one)))
                .toList();
        var opening = new HashMap<GuildId, Opening>();
        return lock(tx, guilds, members.size())
                .invoke(heads ->
                        heads.forEach(head -> opening.put(new GuildId(head.getLong("guild_id")), new Opening(head))))
                .chain(() -> tx.preparedQuery(BatchSql.GUILDS).execute(guilds))
                .invoke(rows ->
                        rows.forEach(row -> opening(opening, row).accounts.add(ofGuild(row))))
                .chain(() -> tx.preparedQuery(BatchSql.MEMBERS)
                        .execute(tuple(
                                Columns.numbers(wanted, one -> one.guild().value()),
                                Columns.numbers(wanted, one -> one.member().value()))))
                .chain(rows -> complete(tx, opening, rows))
                .map(_ -> opening.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, guild -> guild.getValue().book())));
    }

    /** New books are begun before any is locked, so nobody who waits for one of them is waited for. */
    private static Uni<RowSet<Row>> lock(SqlConnection tx, Tuple guilds, int count) {
        var locked = tx.preparedQuery(BatchSql.LOCK);
        return tx.preparedQuery(BatchSql.BEGIN)
                .execute(guilds)
                .chain(() -> locked.execute(guilds))
                .invoke(rows -> {
                    if (rows.size() != count) {
                        throw new IllegalStateException("each guild must have a book: " + rows.size() + " of " + count);
                    }
                });
    }

    private static Opening opening(Map<GuildId, Opening> all, Row row) {
        var guild = new GuildId(row.getLong("guild_id"));
        return Optional.ofNullable(all.get(guild))
                .orElseThrow(() -> new IllegalStateException("book must be open: guild " + guild));
    }

    private static Account ofGuild(Row row) {
        return new Account(
                new AccountId(row.getLong("id")),
                AccountKind.valueOf(row.getString("kind")),
                Optional.empty(),
                Optional.empty(),
                row.getLong("balance"));
    }

    /** Takes the members' accounts, and makes those that are missing. */
    private Uni<Void> complete(SqlConnection tx, Map<GuildId, Opening> opening, RowSet<Row> rows) {
        var accounts = new ArrayList<Made>();
        var holders = new HashMap<Wanted, Holder>();
        opening.forEach((guild, one) -> {
            if (one.accounts.isEmpty()) {
                for (var kind : List.of(AccountKind.TREASURY, AccountKind.HOUSE, AccountKind.MINT)) {
                    var account = new Account(number(), kind, Optional.empty(), Optional.empty(), 0);
                    one.accounts.add(account);
                    accounts.add(new Made(guild, account));
                }
            }
        });
        for (var row : rows) {
            var member = new UserId(row.getLong("user_id"));
            var one = opening(opening, row);
            if (row.getLong("wallet") != null) {
                var frozen = row.getBoolean("frozen");
                one.hold(
                        new Holder(
                                member,
                                new AccountId(row.getLong("wallet")),
                                new AccountId(row.getLong("bank")),
                                frozen),
                        row.getLong("carried"),
                        row.getLong("saved"));
            } else {
                var guild = new GuildId(row.getLong("guild_id"));
                var holder = new Holder(member, number(), number(), false);
                one.hold(holder, 0, 0);
                holders.put(new Wanted(guild, member), holder);
                one.accounts.reversed().stream().limit(2).forEach(account -> accounts.add(new Made(guild, account)));
            }
        }
        return accounts.isEmpty() ? Uni.createFrom().voidItem() : make(tx, accounts, holders);
    }

    private AccountId number() {
        return new AccountId(random.nextLong(1, Long.MAX_VALUE));
    }

    private static Uni<Void> make(SqlConnection tx, List<Made> accounts, Map<Wanted, Holder> holders) {
        var held = List.copyOf(holders.entrySet());
        return tx.preparedQuery(BatchSql.MAKE)
                .execute(tuple(
                        Columns.numbers(accounts, one -> one.account().id().value()),
                        Columns.numbers(accounts, one -> one.guild().value()),
                        Columns.texts(accounts, one -> one.account().kind().name()),
                        Columns.numbers(held, one -> one.getKey().guild().value()),
                        Columns.numbers(held, one -> one.getKey().member().value()),
                        Columns.numbers(held, one -> one.getValue().wallet().value()),
                        Columns.numbers(held, one -> one.getValue().bank().value())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Collection<Sealed>> seal(SqlConnection tx, Collection<Book> books) {
        var written = books.stream()
                .filter(book -> !book.pending().isEmpty())
                .map(PostgresBatchLedger::sealed)
                .toList();
        if (written.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.preparedQuery(BatchSql.SEAL).execute(rows(written)).map(result -> {
            if (result.rowCount() != written.size()) {
                throw new IllegalStateException(
                        "each block must be written into its book: " + result.rowCount() + " of " + written.size());
            }
            written.forEach(one -> one.transactions()
                    .forEach(done -> meters.counter("warren.economy.transactions", "cause", done.cause())
                            .increment()));
            return written;
        });
    }

    private static Sealed sealed(Book book) {
        var block = book.block();
        return new Sealed(book.sealed(block), block, book.pending());
    }

    private static Tuple rows(List<Sealed> sealed) {
        var transactions = Columns.flat(sealed, Sealed::transactions);
        var entries = Columns.flat(transactions, PostgresBatchLedger::numbered);
        var balances = new TreeMap<AccountId, Long>();
        entries.forEach(one -> balances.put(one.entry().account(), one.entry().balance()));
        return tuple(
                Columns.numbers(transactions, one -> one.guild().value()),
                Columns.numbers(transactions, Transaction::number),
                Columns.texts(transactions, one -> one.key().value()),
                Columns.texts(transactions, Transaction::cause),
                Columns.of(transactions, one -> one.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                transactions.stream().map(one -> one.reverses().orElse(null)).toArray(Long[]::new),
                Columns.of(transactions, one -> Buffer.buffer(one.hash().bytes()), Buffer[]::new),
                Columns.numbers(entries, one -> one.transaction().guild().value()),
                Columns.numbers(entries, one -> one.transaction().number()),
                Columns.of(entries, Numbered::place, Short[]::new),
                Columns.numbers(entries, one -> one.entry().account().value()),
                Columns.numbers(entries, one -> one.entry().amount()),
                Columns.numbers(entries, one -> one.entry().balance()),
                Columns.numbers(balances.keySet(), AccountId::value),
                Columns.numbers(balances.values(), balance -> balance),
                Columns.numbers(sealed, one -> one.book().guild().value()),
                Columns.numbers(sealed, one -> one.block().number()),
                Columns.numbers(sealed, one -> one.block().first()),
                Columns.numbers(sealed, one -> one.block().last()),
                Columns.of(sealed, one -> Buffer.buffer(one.block().hash().bytes()), Buffer[]::new));
    }

    private static List<Numbered> numbered(Transaction transaction) {
        var numbered = new ArrayList<Numbered>(transaction.entries().size());
        for (var entry : transaction.entries()) {
            numbered.add(new Numbered(transaction, (short) numbered.size(), entry));
        }
        return numbered;
    }

    private static Tuple tuple(Object... columns) {
        return Tuple.from(columns);
    }
}
