package dev.warren.gateway.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.rest.RateLimits;
import dev.warren.gateway.rest.RateLimits.BucketId;
import dev.warren.gateway.rest.RateLimits.BucketReading;
import dev.warren.gateway.rest.RateLimits.Leave;
import dev.warren.gateway.rest.RateLimits.Leave.Granted;
import dev.warren.gateway.rest.RateLimits.Leave.Later;
import dev.warren.gateway.rest.RateLimits.Pass;
import dev.warren.gateway.rest.RestSettings;
import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances and a real Redis. */
class SharedRateLimitsTest {
    private static final BucketId CHANNEL = new BucketId("messages", "123");
    private static final int PLACES = 50;

    private final String prefix = "test:" + UUID.randomUUID() + ":";
    private final List<Redis> connections = new ArrayList<>();
    private final RateLimits one = instance("one", TestServers.shared().redisUrl());
    private final RateLimits other = instance("other", TestServers.shared().redisUrl());

    private RateLimits instance(String name, String redisUrl) {
        var redis = new Redis(redisUrl, prefix, Duration.ofSeconds(2));
        connections.add(redis);
        return new SharedRateLimits(RestSettings.Limits.DEFAULT, redis, name, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        connections.forEach(Redis::close);
    }

    private static Leave leave(Future<Leave> asked) {
        return asked.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void bucket_learntByOne_isKeptByBoth() {
        one.observe(CHANNEL, new BucketReading(5, 3, Duration.ofSeconds(20)), 0);
        await().until(() -> leave(one.take(CHANNEL)) instanceof Granted);
        // When
        assertThat(leave(other.take(CHANNEL))).isEqualTo(new Granted());
        assertThat(leave(one.take(CHANNEL))).isEqualTo(new Granted());
        // Then
        for (var instance : List.of(one, other)) {
            assertThat(leave(instance.take(CHANNEL)))
                    .isInstanceOfSatisfying(
                            Later.class,
                            later -> assertThat(later.delay())
                                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(21)));
        }
        assertThat(leave(other.take(new BucketId("messages", "124")))).isEqualTo(new Granted());
    }

    @Test
    void bucket_afterItsReset_beginsAnewForBoth() {
        one.observe(CHANNEL, new BucketReading(2, 0, Duration.ofMillis(300)), 0);
        await().until(() -> leave(other.take(CHANNEL)) instanceof Later);
        // When, Then
        await().atMost(Duration.ofSeconds(5)).until(() -> leave(other.take(CHANNEL)) instanceof Granted);
        assertThat(leave(one.take(CHANNEL))).isEqualTo(new Granted());
        assertThat(leave(one.take(CHANNEL))).isInstanceOf(Later.class);
    }

    @Test
    void bucket_whoseNextWindowHasBegun_takesNothingOffForTheOldOne() {
        one.observe(CHANNEL, new BucketReading(5, 0, Duration.ofSeconds(10)), 0);
        await().until(() -> leave(other.take(CHANNEL)) instanceof Later);
        // When
        one.observe(CHANNEL, new BucketReading(5, 4, Duration.ofSeconds(25)), 2);
        // Then
        await().until(() -> leave(other.take(CHANNEL)) instanceof Granted);
        assertThat(leave(one.take(CHANNEL))).isEqualTo(new Granted());
        assertThat(leave(one.take(CHANNEL))).isInstanceOf(Later.class);
    }

    @Test
    void placesOfTheGlobalLimit_takenAtOnceByBoth_areFiftyTogether() {
        List<Future<Leave>> asked = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            asked.add(one.takeGlobal(0));
            asked.add(other.takeGlobal(0));
        }
        // Then
        var leaves = asked.stream().map(SharedRateLimitsTest::leave).toList();
        assertThat(leaves).filteredOn(Granted.class::isInstance).hasSize(PLACES);
        // When
        for (int i = 0; i < PLACES; i++) {
            one.answeredGlobal();
            other.answeredGlobal();
        }
        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> leave(other.takeGlobal(0)) instanceof Granted);
    }

    @Test
    void bothPlaces_askedForAtOnce_areTakenTogether_orTheBucketsAlone() {
        one.observe(CHANNEL, new BucketReading(100, 60, Duration.ofSeconds(20)), 0);
        await().until(() -> pass(one.takeBoth(CHANNEL)) instanceof Pass.Both);
        // When
        List<Future<Pass>> asked = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            asked.add((i % 2 == 0 ? one : other).takeBoth(CHANNEL));
        }
        // Then
        var passes = asked.stream().map(SharedRateLimitsTest::pass).toList();
        long both = passes.stream().filter(Pass.Both.class::isInstance).count();
        assertThat(both).isBetween(1L, (long) PLACES);
        assertThat(passes).allMatch(pass -> pass instanceof Pass.Both || pass instanceof Pass.BucketOnly);
        assertThat(pass(one.takeBoth(new BucketId("messages", "never seen")))).isInstanceOf(Pass.BucketOnly.class);
        assertThat(pass(other.takeBoth(new BucketId("webhooks", "1/secret")))).isInstanceOf(Pass.BucketOnly.class);
        // When
        other.observe(CHANNEL, new BucketReading(100, 0, Duration.ofSeconds(20)), 0);
        // Then
        await().until(() -> pass(one.takeBoth(CHANNEL)) instanceof Pass.Neither);
    }

    private static Pass pass(Future<Pass> asked) {
        return asked.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void pause_metByOne_isKeptByBoth() {
        one.pauseAll(Duration.ofSeconds(30));
        await().until(() -> leave(other.takeGlobal(0)) instanceof Later);
        one.pause(CHANNEL, Duration.ofSeconds(30));
        await().until(() -> leave(other.take(CHANNEL)) instanceof Later);
    }

    @Test
    void token_bucketsOfOne_stayInTheProcess() {
        var followUps = new BucketId("webhooks", "1/secret");
        one.observe(followUps, new BucketReading(5, 0, Duration.ofSeconds(20)), 0);

        assertThat(leave(one.take(followUps))).isInstanceOf(Later.class);
        assertThat(leave(other.take(followUps))).isEqualTo(new Granted());
    }

    @Test
    void redisAway_theProcessKeepsTheLimitsAlone() {
        var alone = instance("alone", "redis://127.0.0.1:1");
        alone.observe(CHANNEL, new BucketReading(5, 1, Duration.ofSeconds(20)), 0);
        assertThat(leave(alone.take(CHANNEL))).isEqualTo(new Granted());
        assertThat(leave(alone.take(CHANNEL))).isInstanceOf(Later.class);
        for (int i = 0; i < PLACES; i++) {
            assertThat(leave(alone.takeGlobal(0))).isEqualTo(new Granted());
        }
        assertThat(leave(alone.takeGlobal(0))).isInstanceOf(Later.class);
    }
}
