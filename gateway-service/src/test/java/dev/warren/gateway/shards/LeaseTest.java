package dev.warren.gateway.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.commands.FakeRest;
import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leases and identifies over several processes, in a real Redis. */
class LeaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Owner HERE = Owner.self("here", new Random(1));
    private static final Owner THERE = new Owner("there", 42, "life");

    private final Redis redis =
            new Redis(TestServers.shared().redisUrl(), "lease-test:" + UUID.randomUUID() + ":", Duration.ofSeconds(5));

    @AfterEach
    void close() {
        redis.close();
    }

    private Optional<Owner> take(Owner owner, Duration time) {
        return new Lease(redis, 3, owner, time).take().await().atMost(PATIENCE);
    }

    @Test
    void lease_ofAnother_isNotTakenBeforeItIsGivenBack() {
        // Given
        assertThat(take(THERE, LONG)).isEmpty();
        // Then
        assertThat(take(HERE, LONG)).contains(THERE);
        assertThat(take(THERE, LONG)).isEmpty();
        // When
        new Lease(redis, 3, HERE, LONG).release().await().atMost(PATIENCE);
        // Then: only its owner can give it back
        assertThat(take(HERE, LONG)).contains(THERE);
        // When
        new Lease(redis, 3, THERE, LONG).release().await().atMost(PATIENCE);
        // Then
        assertThat(take(HERE, LONG)).isEmpty();
    }

    @Test
    void lease_thatIsNotRenewed_ends() {
        // Given
        take(THERE, Duration.ofMillis(300));
        assertThat(take(HERE, LONG)).contains(THERE);
        // Then
        await().atMost(PATIENCE).until(() -> take(HERE, LONG).isEmpty());
        assertThat(take(THERE, LONG)).contains(HERE);
    }

    @Test
    void lease_ofAProcessOfThisMachineThatIsGone_isTakenAtOnce() throws Exception {
        // Given
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        take(new Owner("here", ended.pid(), "before"), LONG);
        // Then
        assertThat(take(HERE, LONG)).isEmpty();
    }

    @Test
    void lease_ofALifeBeforeInTheSameContainer_isTakenAtOnce() {
        // Given
        take(new Owner("here", ProcessHandle.current().pid(), "before"), LONG);
        // Then
        assertThat(take(HERE, LONG)).isEmpty();
    }

    @Test
    void lease_thatRedisForgot_isTakenAgain() {
        // Given
        take(HERE, LONG);
        redis.call(commands -> commands.del(redis.key("gateway:shard:3")))
                .await()
                .atMost(PATIENCE);
        // Then
        assertThat(take(HERE, LONG)).isEmpty();
        assertThat(take(THERE, LONG)).contains(HERE);
    }

    private SharedIdentifies gate(int concurrency, int left, Duration spacing) {
        var rest = new FakeRest();
        rest.answers(
                "/gateway/bot",
                "{\"url\":\"ws://127.0.0.1:1\",\"session_start_limit\":{\"remaining\":" + left
                        + ",\"reset_after\":60000,\"max_concurrency\":" + concurrency + "}}");
        return new SharedIdentifies(redis, new Login(rest), _ -> CompletableFuture.completedFuture(null), spacing);
    }

    private static boolean isOpen(CompletionStage<Void> entered) {
        return entered.toCompletableFuture().isDone();
    }

    @Test
    void identifies_ofOneBucket_keepTheirDistanceOverProcesses() {
        // Given
        var spacing = Duration.ofMillis(600);
        long before = System.nanoTime();
        // When
        gate(2, 9, spacing)
                .enter(1)
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        var second = gate(2, 9, spacing).enter(3);
        var other = gate(2, 9, spacing).enter(0);
        // Then
        await().atMost(PATIENCE).until(() -> isOpen(other));
        await().atMost(PATIENCE).until(() -> isOpen(second));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(spacing);
    }

    @Test
    void identify_withNoneLeftToday_isNotTried() {
        assertThat(gate(1, 0, LONG).enter(0).toCompletableFuture()).failsWithin(PATIENCE);
    }
}
