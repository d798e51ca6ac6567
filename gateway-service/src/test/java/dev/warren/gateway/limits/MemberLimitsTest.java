package dev.warren.gateway.limits;

import static dev.warren.gateway.limits.Limiting.NOON;
import static dev.warren.gateway.limits.Limiting.cooled;
import static dev.warren.gateway.limits.Limiting.take;
import static dev.warren.gateway.limits.Limiting.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.limits.LimitVerdict.Beyond;
import dev.warren.gateway.limits.LimitVerdict.Within;
import dev.warren.schemas.bot.Cooldown.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberLimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void uses_upToTheBurst_passOverTwoGateways_andTheNextIsToldHowLongToWait() {
        try (var limiting = new Limiting(Map.of("user.burst", "4", "user.uses", "1", "user.per", "10s"))) {
            var one = limiting.gateway();
            var other = limiting.gateway();
            // Given
            for (int i = 0; i < 4; i++) {
                assertThat(take(i % 2 == 0 ? one : other, use(1, 2, "rank", NOON)))
                        .isEqualTo(new Within());
            }
            // When
            var fifth = take(one, use(1, 2, "rank", NOON.plusSeconds(3)));
            // Then
            assertThat(fifth).isEqualTo(new Beyond(Limit.USER, Duration.ofSeconds(7)));
            assertThat(take(other, use(1, 2, "rank", NOON.plusSeconds(10)))).isEqualTo(new Within());
            assertThat(take(other, use(1, 3, "rank", NOON)))
                    .as("another member")
                    .isEqualTo(new Within());
        }
    }

    @Test
    void uses_atOnceOnTwoGateways_areExactlyAsManyAsTheGuildMayHave() {
        try (var limiting =
                new Limiting(Map.of("guild.burst", "100", "guild.uses", "1", "guild.per", "1h", "attempts", "1000"))) {
            var gateways = List.of(limiting.gateway(), limiting.gateway());
            // When
            List<CompletableFuture<LimitVerdict>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add(gateways.get(i % 2)
                        .take(use(1, 1_000 + i, "rank", NOON))
                        .toCompletableFuture());
            }
            // Then
            var verdicts = all.stream().map(CompletableFuture::join).toList();
            assertThat(verdicts).filteredOn(Within.class::isInstance).hasSize(100);
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict instanceof Beyond(var limit, var _) && limit == Limit.GUILD)
                    .hasSize(200);
        }
    }

    @Test
    void refused_takesFromNoBucket() {
        try (var limiting = new Limiting(
                Map.of("command.burst", "1", "command.uses", "1", "command.per", "1h", "user.burst", "2"))) {
            var gateway = limiting.gateway();
            take(gateway, use(1, 2, "rank", NOON));
            // When
            for (int i = 0; i < 5; i++) {
                assertThat(take(gateway, use(1, 2, "rank", NOON)))
                        .isEqualTo(new Beyond(Limit.COMMAND, Duration.ofHours(1)));
            }
            // Then
            assertThat(take(gateway, use(1, 2, "pay", NOON))).isEqualTo(new Within());
        }
    }

    @Test
    void cooldown_letsItsUsesPass_thenTellsWhenTheOldestIsOver() {
        try (var limiting = new Limiting(Map.of())) {
            var one = limiting.gateway();
            var other = limiting.gateway();
            assertThat(take(one, cooled(use(1, 2, "daily", NOON), 2, MINUTE, Scope.MEMBER)))
                    .isEqualTo(new Within());
            assertThat(take(other, cooled(use(1, 2, "daily", NOON.plusSeconds(40)), 2, MINUTE, Scope.MEMBER)))
                    .isEqualTo(new Within());
            // When
            var third = take(one, cooled(use(1, 2, "daily", NOON.plusSeconds(48)), 2, MINUTE, Scope.MEMBER));
            // Then
            assertThat(third).isEqualTo(new Beyond(Limit.COOLDOWN, Duration.ofSeconds(12)));
            assertThat(take(one, cooled(use(1, 2, "daily", NOON.plusSeconds(60)), 2, MINUTE, Scope.MEMBER)))
                    .isEqualTo(new Within());
        }
    }

    @Test
    void cooldown_countsForItsScope() {
        try (var limiting = new Limiting(Map.of())) {
            var gateway = limiting.gateway();
            assertThat(take(gateway, cooled(use(1, 2, "own", NOON), 1, MINUTE, Scope.MEMBER)))
                    .isEqualTo(new Within());
            assertThat(take(gateway, cooled(use(1, 3, "own", NOON), 1, MINUTE, Scope.MEMBER)))
                    .isEqualTo(new Within());
            assertThat(take(gateway, cooled(use(1, 2, "shared", NOON), 1, MINUTE, Scope.GUILD)))
                    .isEqualTo(new Within());
            assertThat(take(gateway, cooled(use(1, 3, "shared", NOON), 1, MINUTE, Scope.GUILD)))
                    .isEqualTo(new Beyond(Limit.COOLDOWN, MINUTE));
            assertThat(take(gateway, cooled(use(2, 3, "shared", NOON), 1, MINUTE, Scope.GUILD)))
                    .isEqualTo(new Within());
        }
    }

    @Test
    void event_thatPassed_passesAgainOnAnyGateway_andIsCountedOnce() {
        try (var limiting = new Limiting(Map.of("user.burst", "2", "user.uses", "1", "user.per", "1h"))) {
            var one = limiting.gateway();
            var other = limiting.gateway();
            var event = cooled(use(1, 2, "daily", NOON), 1, MINUTE, Scope.MEMBER);
            take(one, event);
            // When, Then
            assertThat(take(one, event)).isEqualTo(new Within());
            assertThat(take(other, event)).isEqualTo(new Within());
            assertThat(take(other, use(1, 2, "rank", NOON)))
                    .as("the second token")
                    .isEqualTo(new Within());
            assertThat(take(other, use(1, 2, "rank", NOON))).isInstanceOf(Beyond.class);
            assertThat(take(one, event)).as("with nothing left").isEqualTo(new Within());
        }
    }

    @Test
    void settings_thatChanged_beginWithFullBuckets() {
        long user = System.nanoTime();
        try (var strict = new Limiting(Map.of("user.burst", "1", "user.uses", "1", "user.per", "1h"))) {
            var gateway = strict.gateway();
            take(gateway, use(1, user, "rank", NOON));
            assertThat(take(gateway, use(1, user, "rank", NOON))).isInstanceOf(Beyond.class);
        }
        var state = new TokenBucket(1, 1, Duration.ofHours(1)).take(new byte[0], NOON);
        assertThat(state).isInstanceOfSatisfying(TokenBucket.Tried.Taken.class, taken -> {
            assertThat(new TokenBucket(1, 1, Duration.ofHours(1)).take(taken.next(), NOON))
                    .isEqualTo(new TokenBucket.Tried.Short(Duration.ofHours(1)));
            assertThat(new TokenBucket(2, 1, Duration.ofHours(1)).take(taken.next(), NOON))
                    .isInstanceOf(TokenBucket.Tried.Taken.class);
        });
    }

    @Test
    void redisAway_everythingPasses_andIsCountedAsUnchecked() {
        try (var limiting = new Limiting(Map.of("user.burst", "1", "patience", "200ms"))) {
            var gateway = limiting.gateway("redis://127.0.0.1:1");
            // When
            var verdicts = IntStream.range(0, 20)
                    .mapToObj(_ -> gateway.take(use(1, 2, "rank", NOON)))
                    .map(CompletionStage::toCompletableFuture)
                    .map(CompletableFuture::join)
                    .toList();
            // Then
            assertThat(verdicts).containsOnly(new Within());
            assertThat(limiting.meters
                            .get("warren.limits.checks")
                            .tag("outcome", "unchecked")
                            .timer()
                            .count())
                    .isEqualTo(20);
        }
    }

    @Test
    void redisFlushed_beginsAnew_insteadOfRefusingForEver() {
        try (var limiting = new Limiting(Map.of("user.burst", "1", "user.uses", "1", "user.per", "1h"))) {
            var gateway = limiting.gateway();
            take(gateway, use(1, 2, "rank", NOON));
            assertThat(take(gateway, use(1, 2, "rank", NOON))).isInstanceOf(Beyond.class);
            // When
            limiting.forgetAll();
            // Then
            assertThat(take(gateway, use(1, 2, "rank", NOON))).isEqualTo(new Within());
        }
    }
}
