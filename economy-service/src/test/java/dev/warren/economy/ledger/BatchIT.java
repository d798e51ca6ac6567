package dev.warren.economy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.InTransaction;
import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Batches over several guilds against PostgreSQL, held against the oracle. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class BatchIT {
    private static final int MEMBERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BatchLedger batches;
    private final Ledger ledger;
    private final Verification verification;
    private final InTransaction transaction;
    private final Pool pool;

    BatchIT(BatchLedger batches, Ledger ledger, Verification verification, InTransaction transaction, Pool pool) {
        this.batches = batches;
        this.ledger = ledger;
        this.verification = verification;
        this.transaction = transaction;
        this.pool = pool;
    }

    @Test
    void batches_ofMovesInThreeGuilds_endAsTheOracleSays() {
        // Given
        var guilds = List.of(new GuildId(52_001), new GuildId(520_010), new GuildId(52_002));
        var moves = new HashMap<GuildId, List<Move>>();
        guilds.forEach(guild -> moves.put(guild, Move.some(new Random(guild.value()), 300, MEMBERS)));
        // When, what was made by each batch comes a second time with the next one
        var oracles = new HashMap<GuildId, Oracle>();
        var again = new HashMap<GuildId, List<Move>>();
        for (int first = 0; first < 300; first += 25) {
            var batch = new HashMap<GuildId, List<Move>>();
            for (var guild : guilds) {
                var fresh = moves.getOrDefault(guild, List.of()).subList(first, first + 25);
                batch.put(
                        guild,
                        Stream.concat(again.getOrDefault(guild, List.of()).stream(), fresh.stream())
                                .toList());
                again.put(
                        guild,
                        fresh.stream()
                                .filter(oracles.computeIfAbsent(guild, _ -> new Oracle())::make)
                                .toList());
            }
            store(batch);
        }
        // Then
        for (var guild : guilds) {
            var oracle = oracles.computeIfAbsent(guild, _ -> new Oracle());
            for (long member = 1; member <= MEMBERS; member++) {
                var user = new UserId(member);
                var held =
                        transaction.run(tx -> ledger.holdings(tx, guild, user)).orElseThrow();
                assertThat(held.wallet().amount()).isEqualTo(oracle.has("wallet " + member));
                assertThat(held.bank().amount()).isEqualTo(oracle.has("bank " + member));
            }
            var report = verification.of(guild).await().atMost(PATIENCE).orElseThrow();
            assertThat(report.faults()).isEmpty();
            assertThat(report.supply()).isEqualTo(oracle.granted());
            assertThat(report.transactions()).isEqualTo(oracle.made()).isLessThan(300);
            assertThat(report.blocks()).isEqualTo(12);
        }
    }

    @Test
    void booksOfSeveralGuilds_openedByManyAtOnce_neverWaitForEachOtherInACircle() {
        // Given guilds whose numbers sort otherwise as text
        var guilds = List.of(new GuildId(9_001), new GuildId(90_010), new GuildId(9_002), new GuildId(10_100));
        store(guilds.stream().collect(Collectors.toMap(guild -> guild, _ -> Move.some(new Random(1), 1, MEMBERS))));
        // When some take them in batches and some one by one, in the order of records' keys, as commands do
        try (var threads = Executors.newFixedThreadPool(4)) {
            // a deadlock would fail one of them
            var running = IntStream.range(1, 80)
                    .mapToObj(round -> CompletableFuture.runAsync(() -> round(guilds, round), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
        // Then
        for (var guild : guilds) {
            assertThat(verification
                            .of(guild)
                            .await()
                            .atMost(PATIENCE)
                            .orElseThrow()
                            .faults())
                    .isEmpty();
        }
    }

    private void round(List<GuildId> guilds, int round) {
        var some = new ArrayList<>(guilds);
        Collections.shuffle(some, new Random(round));
        var taken = some.subList(0, 3);
        if (round % 2 == 0) {
            store(taken.stream().collect(Collectors.toMap(guild -> guild, _ -> List.of(grant(round)))));
        } else {
            taken.sort(Comparator.comparing(guild -> guild + ":"));
            transaction.run(tx -> Multi.createFrom()
                    .iterable(taken)
                    .onItem()
                    .transformToUniAndConcatenate(guild -> ledger.open(
                                    tx, guild, grant(round).members())
                            .chain(book -> ledger.seal(
                                    tx,
                                    book.postEach(List.of(grant(round).draft(book)))
                                            .book())))
                    .collect()
                    .asList());
        }
    }

    private static Move grant(int round) {
        return new Move(100 + round, "grant", 1 + round % MEMBERS, 1, 5);
    }

    /** As a consumer does it: what is known is left out. */
    private void store(Map<GuildId, List<Move>> moves) {
        Uni.createFrom()
                .deferred(() -> pool.withTransaction(tx -> store(tx, moves)))
                .await()
                .atMost(PATIENCE);
    }

    private Uni<?> store(SqlConnection tx, Map<GuildId, List<Move>> moves) {
        var members = new HashMap<GuildId, Set<UserId>>();
        moves.forEach((guild, all) -> members.put(
                guild,
                all.stream().flatMap(move -> move.members().stream()).collect(Collectors.toCollection(HashSet::new))));
        var keys = moves.entrySet().stream()
                .flatMap(guild -> guild.getValue().stream()
                        .map(move -> move.key(guild.getKey().value())))
                .toList();
        return batches.open(tx, members)
                .chain(books -> batches.known(tx, keys)
                        .chain(known -> batches.seal(
                                tx,
                                books.values().stream()
                                        .map(book -> book.postEach(moves.getOrDefault(book.guild(), List.of()).stream()
                                                        .map(move -> move.draft(book))
                                                        .filter(draft -> !known.contains(draft.key()))
                                                        .toList())
                                                .book())
                                        .toList())));
    }
}
