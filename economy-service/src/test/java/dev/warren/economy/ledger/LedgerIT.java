package dev.warren.economy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.InTransaction;
import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random moves against PostgreSQL: what stands there is what an oracle reckons that shares no code. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class LedgerIT {
    private static final int MEMBERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Verification verification;
    private final InTransaction transaction;
    private final Pool pool;
    private final Map<String, Decided> decided = new ConcurrentHashMap<>();

    LedgerIT(Ledger ledger, Verification verification, InTransaction transaction, Pool pool) {
        this.ledger = ledger;
        this.verification = verification;
        this.transaction = transaction;
        this.pool = pool;
    }

    /** What became of a move, and how many transactions there were before. */
    private record Decided(Move move, boolean made, long after) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void moves_oneAfterTheOther_endAsTheOracleSays(long seed) {
        // Given
        var guild = new GuildId(1_000 + seed);
        var moves = Move.some(new Random(seed), 120, MEMBERS);
        var oracle = new Oracle();
        // When
        var made = moves.stream().map(move -> step(guild, move).made()).toList();
        // Then
        assertThat(made).isEqualTo(moves.stream().map(oracle::make).toList());
        assertThat(made).contains(true, false);
        assertStands(guild, oracle, made.stream().filter(one -> one).count());
    }

    @Test
    void moves_atTheSameTimeAndDeliveredAgain_areWhatTheOracleMakesOfTheirNumbers() {
        // Given
        var guild = new GuildId(1_100);
        var random = new Random(7);
        var moves = Move.some(random, 300, MEMBERS);
        var deliveries = new ArrayList<>(moves);
        deliveries.addAll(moves.stream().filter(_ -> random.nextInt(3) == 0).toList());
        Collections.shuffle(deliveries, random);
        // When
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = deliveries.stream()
                    .map(move -> CompletableFuture.runAsync(() -> step(guild, move), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
        // Then
        var all = decided.values().stream()
                .filter(one -> one.move().key(guild.value()).value().startsWith("test:" + guild))
                .toList();
        assertThat(all).hasSize(moves.size());
        var inOrder = all.stream()
                .filter(Decided::made)
                .collect(Collectors.toMap(Decided::after, Function.identity(), (one, _) -> one, TreeMap::new));
        var refused = all.stream().filter(one -> !one.made()).collect(Collectors.groupingBy(Decided::after));
        var oracle = new Oracle();
        for (long number = 0; number <= inOrder.size(); number++) {
            assertThat(refused.getOrDefault(number, List.of())).noneMatch(one -> oracle.affords(one.move()));
            var next = inOrder.get(number);
            assertThat(next == null || oracle.make(next.move()))
                    .as("transaction %s", number + 1)
                    .isTrue();
        }
        assertThat(refused).isNotEmpty();
        assertStands(guild, oracle, inOrder.size());
    }

    /** As a handler does it: once for each event, whatever comes of it. */
    private Decided step(GuildId guild, Move move) {
        return transaction.run(tx -> ledger.open(tx, guild, move.members()).chain(book -> {
            var before = decided.get(move.key(guild.value()).value());
            if (before != null) {
                return Uni.createFrom().item(before);
            }
            return switch (book.post(move.draft(book))) {
                case Posting.Done done ->
                    ledger.seal(tx, done.book()).map(_ -> decide(guild, new Decided(move, true, book.transactions())));
                case Posting.NotEnough _, Posting.TooMuch _ ->
                    Uni.createFrom().item(decide(guild, new Decided(move, false, book.transactions())));
            };
        }));
    }

    private Decided decide(GuildId guild, Decided one) {
        decided.put(one.move().key(guild.value()).value(), one);
        return one;
    }

    private void assertStands(GuildId guild, Oracle oracle, long transactions) {
        for (long member = 1; member <= MEMBERS; member++) {
            var user = new UserId(member);
            var held = transaction.run(tx -> ledger.holdings(tx, guild, user)).orElseThrow();
            assertThat(held.wallet().amount()).isEqualTo(oracle.has("wallet " + member));
            assertThat(held.bank().amount()).isEqualTo(oracle.has("bank " + member));
        }
        var report = verification.of(guild).await().atMost(PATIENCE).orElseThrow();
        assertThat(report.faults()).isEmpty();
        assertThat(report.supply()).isEqualTo(oracle.granted());
        assertThat(report.transactions()).isEqualTo(transactions);
        assertThat(number("SELECT sum(balance)::bigint FROM account WHERE guild_id = $1", guild))
                .isZero();
        assertThat(number("SELECT count(*) FROM account WHERE guild_id = $1 AND balance < 0 AND kind <> 'MINT'", guild))
                .isZero();
    }

    private long number(String sql, GuildId guild) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(guild.value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
