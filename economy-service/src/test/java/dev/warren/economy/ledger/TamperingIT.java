package dev.warren.economy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.economy.InTransaction;
import dev.warren.economy.verification.Report;
import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database itself refuses, and what is found of one that was tampered with past its refusals. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class TamperingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicLong GUILDS = new AtomicLong(2_000);
    private static final UserId ADA = new UserId(700);
    private static final UserId GRACE = new UserId(701);

    private final Ledger ledger;
    private final Verification verification;
    private final InTransaction transaction;
    private final Pool pool;

    TamperingIT(Ledger ledger, Verification verification, InTransaction transaction, Pool pool) {
        this.ledger = ledger;
        this.verification = verification;
        this.transaction = transaction;
        this.pool = pool;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE ledger_entry SET amount = amount + 1 WHERE guild_id = %d | append-only: UPDATE of ledger_entry
            DELETE FROM ledger_transaction WHERE guild_id = %d              | append-only: DELETE of ledger_transaction
            TRUNCATE ledger_block -- %d                                     | append-only: TRUNCATE of ledger_block
            UPDATE account SET balance = -1 WHERE guild_id = %d             | no_negative_balance
            INSERT INTO ledger_transaction SELECT guild_id, 9, event_key, cause, at, NULL, hash FROM ledger_transaction WHERE guild_id = %d AND number = 1 | event_key
            INSERT INTO ledger_entry SELECT guild_id, 1, 7, account_id, 5, 5 FROM ledger_entry WHERE guild_id = %d AND number = 1 AND place = 0 | sum to zero: transaction 1
            """)
    void database_ofWhatMustNotBe_refusesIt(String statement, String why) {
        // Given
        var guild = ledgerOfThree();
        // When, Then
        assertThatThrownBy(() -> sql(statement.formatted(guild.value()))).hasMessageContaining(why);
        assertThat(report(guild).isProved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE ledger_entry SET amount = amount * 2 WHERE guild_id = %d AND number = 2                       | transaction 2: what it says
            UPDATE ledger_entry SET balance = balance + 5 WHERE guild_id = %d AND number = 2 AND place = 1       | transaction 2: what it says
            UPDATE ledger_transaction SET cause = 'WORK' WHERE guild_id = %d AND number = 3                      | transaction 3: what it says
            UPDATE ledger_transaction SET at = at + interval '1 second' WHERE guild_id = %d AND number = 1       | transaction 1: what it says
            UPDATE ledger_transaction SET hash = sha256('x') WHERE guild_id = %d AND number = 2                  | block 2: its hash
            UPDATE ledger_block SET hash = sha256('x') WHERE guild_id = %d AND number = 3                        | block 3: its hash
            DELETE FROM ledger_block WHERE guild_id = %d AND number = 2                                          | block 2 is missing
            DELETE FROM ledger_block WHERE guild_id = %d AND number = 3                                          | the book ends with transaction 3
            DELETE FROM ledger_entry WHERE guild_id = %d AND number = 3                                          | transaction 3: what it says
            UPDATE account SET balance = balance + 50 WHERE guild_id = %d AND kind = 'BANK' AND balance > 0      | it holds 90, its entries make 40
            UPDATE book SET transactions = 4 WHERE guild_id = %d                                                 | the book ends with transaction 4
            """)
    void report_ofATamperedLedger_namesTheRow(String statement, String fault) {
        // Given
        var guild = ledgerOfThree();
        assertThat(report(guild).isProved()).isTrue();
        // When
        for (var table : List.of("ledger_block", "ledger_transaction", "ledger_entry")) {
            sql("ALTER TABLE " + table + " DISABLE TRIGGER append_only");
        }
        sql(statement.formatted(guild.value()));
        for (var table : List.of("ledger_block", "ledger_transaction", "ledger_entry")) {
            sql("ALTER TABLE " + table + " ENABLE TRIGGER append_only");
        }
        // Then
        assertThat(report(guild).faults()).anyMatch(found -> found.contains(fault));
    }

    @Test
    void erasing_aMember_leavesALedgerThatProvesAndTellsNobodyOfThem() {
        // Given
        var guild = ledgerOfThree();
        var held = transaction.run(tx -> ledger.holdings(tx, guild, ADA)).orElseThrow();
        // When
        transaction.run(
                tx -> ledger.open(tx, guild, List.of(ADA)).chain(book -> Erasure.of(ledger, tx, book, ADA, NOON)));
        // Then
        var after = transaction.run(tx -> ledger.holdings(tx, guild, ADA));
        assertThat(after).isEmpty();
        var book = transaction.run(tx -> ledger.open(tx, guild, List.of()));
        assertThat(book.treasury().balance())
                .isEqualTo(held.wallet().amount() + held.bank().amount());
        var report = report(guild);
        assertThat(report.faults()).isEmpty();
        assertThat(report.supply()).isEqualTo(500);
    }

    @Test
    void escrow_ofAPurpose_isMadeOnceAndHoldsWhatIsSetApart() {
        // Given
        var guild = ledgerOfThree();
        // When
        for (int i = 10; i < 12; i++) {
            var key = key(guild, i);
            transaction.run(tx -> ledger.open(tx, guild, List.of(ADA))
                    .chain(book -> ledger.withEscrow(tx, book, "airdrop:1"))
                    .chain(book -> ledger.seal(
                            tx,
                            done(
                                    book,
                                    Draft.transfer(
                                            key,
                                            Cause.GRANT,
                                            NOON,
                                            book.mint().id(),
                                            book.escrow("airdrop:1").id(),
                                            new Coins(7))))));
        }
        // Then
        var book = transaction.run(
                tx -> ledger.open(tx, guild, List.of()).chain(open -> ledger.withEscrow(tx, open, "airdrop:1")));
        assertThat(book.escrow("airdrop:1").balance()).isEqualTo(14);
        assertThat(report(guild).faults()).isEmpty();
    }

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

    /** A grant of 500 to Ada, 100 of it paid to Grace, 40 of Ada's put aside. */
    private GuildId ledgerOfThree() {
        var guild = new GuildId(GUILDS.incrementAndGet());
        post(guild, 1, Cause.GRANT, 500, (book, from) -> from ? book.mint() : book.wallet(ADA));
        post(guild, 2, Cause.PAYMENT, 100, (book, from) -> from ? book.wallet(ADA) : book.wallet(GRACE));
        post(guild, 3, Cause.DEPOSIT, 40, (book, from) -> from ? book.wallet(ADA) : book.bank(ADA));
        return guild;
    }

    private interface Side {
        Account of(Book book, boolean from);
    }

    private void post(GuildId guild, int id, Cause cause, long coins, Side side) {
        transaction.run(tx -> ledger.open(tx, guild, List.of(ADA, GRACE))
                .chain(book -> ledger.seal(
                        tx,
                        done(
                                book,
                                Draft.transfer(
                                        key(guild, id),
                                        cause,
                                        NOON,
                                        side.of(book, true).id(),
                                        side.of(book, false).id(),
                                        new Coins(coins))))));
    }

    private static Book done(Book book, Draft draft) {
        return ((Posting.Done) book.post(draft)).book();
    }

    private static EventId key(GuildId guild, int id) {
        return EventId.of("test:" + guild + "/" + id);
    }

    private Report report(GuildId guild) {
        return verification.of(guild).await().atMost(PATIENCE).orElseThrow();
    }

    private void sql(String statement) {
        Uni.createFrom().deferred(() -> pool.query(statement).execute()).await().atMost(PATIENCE);
    }
}
