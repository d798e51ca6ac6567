package dev.warren.economy.ledger;

import static dev.warren.economy.ledger.LedgerRows.number;
import static dev.warren.economy.ledger.LedgerRows.text;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The ledgers in PostgreSQL. The locked row of the book makes its writers wait for each other; all else is then read and written. */
@ApplicationScoped
class PostgresLedger implements Ledger {
    private final RandomGenerator random;
    private final MeterRegistry meters;

    PostgresLedger(RandomGenerator random, MeterRegistry meters) {
        this.random = random;
        this.meters = meters;
    }

    /** A book's row as it was locked. */
    private record Head(GuildId guild, long transactions, long blocks, Hash hash) {}

    @Override
    public Uni<Book> open(Mutiny.StatelessSession tx, GuildId guild, Collection<UserId> members) {
        var wanted = members.stream()
                .distinct()
                .sorted(Comparator.comparingLong(UserId::value))
                .toList();
        return begin(tx, guild)
                .call(head -> ensure(tx, guild, wanted))
                .chain(head -> Sql.rows(tx, LedgerSql.OPEN, guild.value(), memberNumbers(wanted))
                        .map(rows -> book(head, rows)));
    }

    @Override
    public Uni<Book> openWith(Mutiny.StatelessSession tx, GuildId guild, Collection<AccountId> accounts) {
        var numbers = LedgerRows.numbers(accounts.stream().map(AccountId::value).toList());
        return begin(tx, guild)
                .call(head -> ensure(tx, guild, List.of()))
                .chain(head -> Sql.rows(tx, LedgerSql.OPEN_ACCOUNTS, guild.value(), numbers)
                        .map(rows -> book(head, rows)));
    }

    private Uni<Head> begin(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, LedgerSql.LOCK, guild.value())
                .chain(rows -> rows.isEmpty()
                        ? Sql.execute(tx, LedgerSql.BEGIN, guild.value())
                                .chain(() -> Sql.rows(tx, LedgerSql.LOCK, guild.value()))
                        : Uni.createFrom().item(rows))
                .map(List::getFirst)
                .map(row -> new Head(guild, number(row[0]), number(row[1]), new Hash(text(row[2]))));
    }

    @Override
    public Uni<Boolean> lock(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, LedgerSql.LOCK, guild.value()).map(rows -> !rows.isEmpty());
    }

    /** Makes the accounts that are missing, of the guild and of these members. */
    private Uni<Void> ensure(Mutiny.StatelessSession tx, GuildId guild, List<UserId> members) {
        return Sql.rows(tx, LedgerSql.MISSING, guild.value(), memberNumbers(members))
                .chain(missing -> missing.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : make(tx, guild, missing).replaceWithVoid());
    }

    private Uni<Integer> make(Mutiny.StatelessSession tx, GuildId guild, List<Object[]> missing) {
        var accounts = new ArrayList<Account>();
        var holders = new ArrayList<Holder>();
        for (var row : missing) {
            if (text(row[0]).equals("MEMBER")) {
                var member = new UserId(number(row[1]));
                var wallet = account(AccountKind.WALLET, Optional.empty());
                var bank = account(AccountKind.BANK, Optional.empty());
                accounts.addAll(List.of(wallet, bank));
                holders.add(new Holder(member, wallet.id(), bank.id(), false));
            } else {
                accounts.add(account(AccountKind.valueOf(text(row[0])), Optional.empty()));
            }
        }
        return Sql.execute(tx, LedgerSql.MAKE, guild.value(), LedgerRows.opened(accounts), LedgerRows.held(holders));
    }

    private Account account(AccountKind kind, Optional<String> purpose) {
        return new Account(new AccountId(random.nextLong(1, Long.MAX_VALUE)), kind, Optional.empty(), purpose, 0);
    }

    private static Book book(Head head, List<Object[]> rows) {
        var accounts = rows.stream().map(LedgerRows::account).toList();
        var holders = new HashMap<UserId, Holder>();
        for (var row : rows) {
            LedgerRows.optionalNumber(row[4])
                    .map(UserId::new)
                    .ifPresent(member -> holders.put(
                            member,
                            new Holder(
                                    member,
                                    new AccountId(number(row[5])),
                                    new AccountId(number(row[6])),
                                    Boolean.TRUE.equals(row[7]))));
        }
        return Book.of(head.guild(), head.transactions(), head.blocks(), head.hash(), holders.values(), accounts);
    }

    @Override
    public Uni<Book> withEscrow(Mutiny.StatelessSession tx, Book book, String purpose) {
        return Sql.rows(tx, LedgerSql.ESCROW, book.guild().value(), purpose).chain(rows -> {
            if (!rows.isEmpty()) {
                return Uni.createFrom().item(book.with(LedgerRows.account(rows.getFirst())));
            }
            var made = account(AccountKind.ESCROW, Optional.of(purpose));
            return Sql.execute(
                            tx,
                            LedgerSql.MAKE,
                            book.guild().value(),
                            LedgerRows.opened(List.of(made)),
                            LedgerRows.held(List.of()))
                    .replaceWith(book.with(made));
        });
    }

    @Override
    public Uni<Sealed> seal(Mutiny.StatelessSession tx, Book book) {
        var block = book.block();
        var pending = book.pending();
        return Sql.execute(
                        tx,
                        LedgerSql.SEAL,
                        book.guild().value(),
                        LedgerRows.transactions(pending),
                        LedgerRows.entries(pending),
                        LedgerRows.balances(pending),
                        block.number(),
                        block.first(),
                        block.last(),
                        block.hash().hex())
                .map(written -> {
                    if (written != 1) {
                        throw new IllegalStateException("a block must be written into its book: guild " + book.guild());
                    }
                    pending.forEach(one -> meters.counter("warren.economy.transactions", "cause", one.cause())
                            .increment());
                    return new Sealed(book.sealed(block), block, pending);
                });
    }

    @Override
    public Uni<Optional<Holdings>> holdings(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.rows(tx, LedgerSql.HOLDINGS, guild.value(), member.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Holdings(
                                new Holder(
                                        member,
                                        new AccountId(number(row[0])),
                                        new AccountId(number(row[1])),
                                        Boolean.TRUE.equals(row[2])),
                                new Coins(number(row[3])),
                                new Coins(number(row[4])))));
    }

    @Override
    public Uni<Optional<Transaction>> find(Mutiny.StatelessSession tx, GuildId guild, long number) {
        return Sql.rows(tx, LedgerSql.FIND, guild.value(), number)
                .map(rows -> LedgerRows.transactions(guild, rows).stream().findFirst());
    }

    @Override
    public Uni<Map<EventId, Long>> known(Mutiny.StatelessSession tx, Collection<EventId> keys) {
        return Sql.rows(
                        tx,
                        LedgerSql.KNOWN,
                        LedgerRows.texts(keys.stream().map(EventId::value).toList()))
                .map(rows -> {
                    var known = new HashMap<EventId, Long>();
                    rows.forEach(row -> known.put(EventId.of(text(row[0])), number(row[1])));
                    return known;
                });
    }

    @Override
    public Uni<Optional<Long>> reversalOf(Mutiny.StatelessSession tx, GuildId guild, long number) {
        return Sql.rows(tx, LedgerSql.REVERSAL_OF, guild.value(), number)
                .map(rows -> rows.stream().findFirst().map(row -> number(row[0])));
    }

    @Override
    public Uni<Book> freeze(Mutiny.StatelessSession tx, Book book, UserId member, boolean frozen) {
        return Sql.execute(tx, LedgerSql.FREEZE, book.guild().value(), member.value(), frozen)
                .map(_ -> book.with(book.holder(member).frozen(frozen)));
    }

    @Override
    public Uni<Void> forget(Mutiny.StatelessSession tx, Book book, UserId member) {
        return Sql.execute(tx, LedgerSql.FORGET, book.guild().value(), member.value())
                .replaceWithVoid();
    }

    private static String memberNumbers(List<UserId> members) {
        return LedgerRows.numbers(members.stream().map(UserId::value).toList());
    }
}
