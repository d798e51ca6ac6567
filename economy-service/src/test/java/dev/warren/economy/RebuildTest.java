package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.ledger.Canonical;
import dev.warren.economy.ledger.Hash;
import dev.warren.economy.ledger.Transaction;
import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The ledger of a guild from {@code economy.events} alone: nothing is decided again, and it is the same. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class RebuildTest extends ServiceTest {
    private final Pool pool;

    RebuildTest(Verification verification, @ConfigProperty(name = "warren.test.kafka") String kafka, Pool pool) {
        super(verification, kafka);
        this.pool = pool;
    }

    /** What follows from the events: holdings by account, whose they are, who is frozen, and the chain. */
    private static final class Rebuilt {
        private final Map<AccountId, Long> balances = new HashMap<>();
        private final Map<AccountId, Long> owners = new TreeMap<>();
        private final Map<Long, Boolean> frozen = new HashMap<>();
        private Hash head = Hash.ZERO;

        void add(TransactionRecorded recorded) {
            for (var entry : recorded.entries()) {
                long balance = balances.merge(entry.account(), entry.amount(), Long::sum);
                assertThat(balance).isEqualTo(entry.balance());
                entry.member().ifPresent(member -> owners.put(entry.account(), member.value()));
                switch (recorded.cause()) {
                    case FREEZE -> entry.member().ifPresent(member -> frozen.put(member.value(), true));
                    case THAW -> entry.member().ifPresent(member -> frozen.put(member.value(), false));
                    case ERASURE -> owners.remove(entry.account());
                    default -> {}
                }
            }
        }

        /** A block is whatever has its number, in the order of the transactions' numbers. */
        void seal(List<TransactionRecorded> block) {
            var hashes = block.stream().map(Rebuilt::hash).toList();
            var first = block.getFirst();
            head = Canonical.hashOf(first.guild(), first.block(), head, hashes);
            assertThat(head.hex()).isEqualTo(first.blockHash());
        }

        private static Hash hash(TransactionRecorded recorded) {
            return Canonical.hashOf(new Transaction(
                    recorded.guild(),
                    recorded.number(),
                    recorded.key(),
                    recorded.cause().name(),
                    recorded.at(),
                    recorded.reverses(),
                    recorded.entries().stream()
                            .map(entry -> new Transaction.Entry(entry.account(), entry.amount(), entry.balance()))
                            .toList(),
                    Hash.ZERO));
        }
    }

    @Test
    void ledger_fromItsEventsInAnyOrder_isTheSame() {
        // Given commands of all kinds, and what writing earned in one batch
        answers.to(admin("grant", Map.of("member", user(ADA), "amount", amount("500"))));
        answers.to(ask.slash(GRACE, "daily", Map.of()));
        pay(ADA, GRACE, "120");
        answers.to(ask.slash(ADA, "deposit", Map.of("amount", amount("80"))));
        var before = Instant.now().minusSeconds(90_000);
        broker.sendAll(List.of(0, 700, 1_400, 2_100).stream()
                .flatMap(seconds -> List.of(ADA, GRACE).stream()
                        .map(who -> ask.wrote(
                                who,
                                before.plusSeconds(seconds),
                                seconds + (int) who.id().value())))
                .map(fact -> broker.encode(Topics.FACTS, fact))
                .toList());
        answers.recorded(ask.guild(), 12);
        answers.to(admin("reverse", Map.of("number", Asks.number(3))));
        answers.to(admin("freeze", Map.of("member", user(ADA))));
        answers.to(admin("fine", Map.of("member", user(GRACE), "amount", amount("33"))));
        // When
        var events = new ArrayList<>(answers.recorded(ask.guild(), 15));
        Collections.shuffle(events, new Random(3));
        var inOrder = new TreeMap<Long, TransactionRecorded>();
        events.forEach(event -> inOrder.put(event.number(), event));
        var blocks = new TreeMap<Long, List<TransactionRecorded>>();
        var rebuilt = new Rebuilt();
        inOrder.values().forEach(event -> {
            rebuilt.add(event);
            blocks.computeIfAbsent(event.block(), _ -> new ArrayList<>()).add(event);
        });
        blocks.values().forEach(rebuilt::seal);
        // Then
        assertThat(inOrder.keySet()).hasSize(15).first().isEqualTo(1L);
        assertThat(inOrder).containsKey(15L);
        assertThat(blocks.size()).isLessThan(15);
        var stored = new HashMap<AccountId, Long>();
        pool.preparedQuery("SELECT id, balance FROM account WHERE guild_id = $1 AND kind <> 'HOUSE'")
                .execute(Tuple.of(ask.guild().value()))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> stored.put(new AccountId(row.getLong(0)), row.getLong(1)));
        stored.values().removeIf(balance -> balance == 0);
        rebuilt.balances.values().removeIf(balance -> balance == 0);
        assertThat(rebuilt.balances).isEqualTo(stored);
        assertThat(rebuilt.frozen).containsExactly(Map.entry(ADA.id().value(), true));
        var report = verification.of(ask.guild()).await().atMost(PATIENCE).orElseThrow();
        assertThat(rebuilt.head).isEqualTo(report.head());
        assertThat(wallets(events)).isEqualTo(rebuilt.owners);
    }

    private Map<AccountId, Long> wallets(List<TransactionRecorded> events) {
        var owners = new TreeMap<AccountId, Long>();
        for (var entry :
                events.stream().flatMap(event -> event.entries().stream()).toList()) {
            owned(entry, owners);
        }
        return owners;
    }

    private void owned(Entry entry, Map<AccountId, Long> owners) {
        if (entry.kind() == AccountKind.WALLET || entry.kind() == AccountKind.BANK) {
            pool.preparedQuery("SELECT user_id, guild_id FROM holder WHERE wallet = $1 OR bank = $1")
                    .execute(Tuple.of(entry.account().value()))
                    .await()
                    .atMost(PATIENCE)
                    .forEach(row -> owners.put(entry.account(), row.getLong(0)));
        }
    }
}
