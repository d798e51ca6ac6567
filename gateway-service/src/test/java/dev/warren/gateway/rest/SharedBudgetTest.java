package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.rest.RestOutcome.Refused;
import dev.warren.gateway.sharing.SharedRateLimits;
import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The budgets of two instances, and a real Redis. */
class SharedBudgetTest {
    private static final RestRoute MESSAGES = RestRoute.post("/channels/{channel_id}/messages");
    private static final RestRoute FOLLOW_UP = RestRoute.post("/webhooks/{webhook_id}/{interaction_token}");
    private static final Refused FORBIDDEN = new Refused(403, 50_001, "Missing Access");

    private final String prefix = "test:" + UUID.randomUUID() + ":";
    private final List<Redis> connections = new ArrayList<>();
    private final InvalidBudget one = instance("one", TestServers.shared().redisUrl());
    private final InvalidBudget other = instance("other", TestServers.shared().redisUrl());

    private InvalidBudget instance(String name, String redisUrl) {
        var redis = new Redis(redisUrl, prefix, Duration.ofSeconds(2));
        connections.add(redis);
        var limits = new SharedRateLimits(RestSettings.Limits.DEFAULT, redis, name, new SimpleMeterRegistry());
        return new InvalidBudget(InstantSource.system(), 20_000, limits.refusals());
    }

    @AfterEach
    void close() {
        connections.forEach(Redis::close);
    }

    private static void refuse(InvalidBudget budget, RestTarget target, int status, int times) {
        for (int i = 0; i < times; i++) {
            budget.count(target, status, FORBIDDEN);
        }
    }

    private void awaitRefusals(long count) {
        var redis = connections.getFirst();
        await().until(() -> redis.call(commands -> commands.zcard(redis.key("discord:invalid")))
                        .await()
                        .atMost(Duration.ofSeconds(2))
                == count);
    }

    private void awaitForgotten(RestTarget target) {
        var redis = connections.getFirst();
        var key = redis.key("discord:invalid:" + target.route() + " " + target.major());
        await().until(() -> redis.call(commands -> commands.exists(key)).await().atMost(Duration.ofSeconds(2)) == 0);
    }

    @Test
    void cause_refusedAHundredTimesByBoth_isStoppedForBothAtTheirNextRefusal() {
        var forbidden = MESSAGES.at("1");
        // When
        refuse(one, forbidden, 403, 60);
        refuse(other, forbidden, 403, 39);
        awaitRefusals(99);
        // Then
        assertThat(other.stopped(forbidden)).isEmpty();
        // When
        refuse(other, forbidden, 403, 1);
        // Then
        await().until(() -> other.stopped(forbidden).isPresent());
        assertThat(one.stopped(forbidden)).as("it has not met it lately").isEmpty();
        // When
        refuse(one, forbidden, 403, 1);
        // Then
        await().until(() -> one.stopped(forbidden).isPresent());
        assertThat(one.stopped(MESSAGES.at("2"))).isEmpty();
        assertThat(one.stoppedCauses()).isEqualTo(1);
    }

    @Test
    void cause_thatWorksForOne_beginsAnewForBoth() {
        var forbidden = MESSAGES.at("1");
        refuse(one, forbidden, 403, 90);
        refuse(other, forbidden, 403, 5);
        awaitRefusals(95);
        // When
        one.worked(forbidden);
        awaitForgotten(forbidden);
        refuse(other, forbidden, 403, 20);
        // Then: were the first ones counted, they were 115
        refuse(other, MESSAGES.at("2"), 403, 100);
        await().until(() -> other.stopped(MESSAGES.at("2")).isPresent());
        assertThat(other.stopped(forbidden)).isEmpty();
    }

    @Test
    void manyCausesOfOne_leaveTheOtherLessOfEach() {
        for (int channel = 1; channel <= 100; channel++) {
            refuse(one, MESSAGES.at(String.valueOf(channel)), 403, 10);
        }
        awaitRefusals(1_000);
        // When
        refuse(other, MESSAGES.at("4711"), 403, 10);
        // Then
        await().until(() -> other.stopped(MESSAGES.at("4711")).isPresent());
    }

    @Test
    void path_thatCarriesAToken_isNamedToNobody() {
        refuse(one, FOLLOW_UP.at("1", "secret"), 403, 100);
        refuse(one, MESSAGES.at("1"), 403, 1);
        // Then
        var redis = connections.getFirst();
        await().until(() ->
                redis.call(commands -> commands.keys(prefix + "*")).await().atMost(Duration.ofSeconds(2)).stream()
                        .anyMatch(key -> key.endsWith(" 1")));
        assertThat(redis.call(commands -> commands.keys(prefix + "*")).await().atMost(Duration.ofSeconds(2)))
                .noneMatch(key -> key.contains("secret"));
        assertThat(one.stopped(FOLLOW_UP.at("1", "secret"))).isPresent();
    }

    @Test
    void redisAway_eachCountsForItself() {
        var alone = instance("alone", "redis://127.0.0.1:1");
        var forbidden = MESSAGES.at("1");
        // When
        refuse(alone, forbidden, 403, 100);
        // Then
        assertThat(alone.stopped(forbidden)).contains(FORBIDDEN);
    }
}
