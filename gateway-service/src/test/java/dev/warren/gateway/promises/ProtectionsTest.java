package dev.warren.gateway.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.redis.Redis;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each protection is taken away once. What the same course of events shows with it and without it must differ: a protection that nobody
 * misses is not tested.
 */
@QuarkusTest
@TestProfile(Promised.class)
class ProtectionsTest {
    private static LocalGuild guild;

    private final Sabotage sabotage;
    private final Redis redis;
    private final RedeliveredReplies replies;
    private final InterruptedShard shard;

    ProtectionsTest(Sabotage sabotage, Redis redis, MeterRegistry meters) {
        this.sabotage = sabotage;
        this.redis = redis;
        this.replies = new RedeliveredReplies(guild, meters);
        this.shard = new InterruptedShard(guild, redis);
    }

    @BeforeAll
    static void open() {
        guild = new LocalGuild();
    }

    @AfterEach
    void heal() {
        sabotage.end();
        guild.discord().clearFaults();
    }

    @AfterAll
    static void close() {
        guild.assertNoViolations();
        guild.close();
    }

    @ParameterizedTest
    @EnumSource
    void protection_takenAway_breaksThePromise(Protection protection) {
        // Given
        assertThat(isKept(protection, "with")).as("with %s", protection).isTrue();
        // When
        sabotage.takeAway(protection);
        // Then
        assertThat(isKept(protection, "without")).as("without %s", protection).isFalse();
    }

    /** Whether the promise is kept in a course of events in which no other protection helps. */
    private boolean isKept(Protection protection, String run) {
        var channel = protection.name().toLowerCase(Locale.ROOT) + "-" + run;
        return switch (protection) {
            case MARK -> {
                noncesAreForgotten();
                yield replies.standsOnce(channel, () -> {});
            }
            case RECEIPT -> {
                noncesAreForgotten();
                yield replies.standsOnce(channel, this::flush);
            }
            case INTENT, HISTORY -> {
                noncesAreForgotten();
                sabotage.takeAway(Protection.ECHO);
                sabotage.dying(true);
                yield replies.standsOnce(channel, () -> sabotage.dying(false));
            }
            case ECHO -> {
                noncesAreForgotten();
                sabotage.dying(true);
                yield replies.standsOnceUnseen(channel, () -> sabotage.dying(false));
            }
            case NONCE -> {
                sabotage.takeAway(Protection.ECHO);
                sabotage.dying(true);
                yield replies.standsOnceUnseen(channel, () -> sabotage.dying(false));
            }
            case RESUME -> shard.goesOn();
            case GAP -> shard.isReadBack();
        };
    }

    /** As when the window of the nonce is over. */
    private static void noncesAreForgotten() {
        guild.discord().fault("no-nonce-dedupe", Map.of("count", 100));
    }

    private void flush() {
        redis.call(RedisServerAsyncCommands::flushall).await().atMost(Duration.ofSeconds(5));
    }
}
