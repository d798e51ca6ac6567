package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What levels earn. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class LevelBonusTest extends ServiceTest {
    LevelBonusTest(Verification verification, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
    }

    @Test
    void level_reachedWhereThatIsPaid_earnsOnceForEachLevelThatWasPassed() {
        // Given
        settings(Map.of("economy.level-bonus", "50"));
        assertThat(answers.to(admin("settings", Map.of()))).contains("economy.level-bonus");
        // When
        var fromTwoToFour = reached(ADA, 2, 4);
        broker.send(Topics.LEVELING_EVENTS, fromTwoToFour);
        broker.send(Topics.LEVELING_EVENTS, fromTwoToFour);
        broker.send(Topics.LEVELING_EVENTS, reached(GRACE, 0, 1));
        // Then levels 3 and 4, and level 1
        var told = answers.recorded(ask.guild(), 2);
        assertThat(told).extracting(TransactionRecorded::cause).containsOnly(Cause.LEVEL);
        assertThat(answers.to(ask.slash(ADA, "balance", Map.of()))).contains("**350 coins**");
        assertThat(answers.to(ask.slash(GRACE, "balance", Map.of()))).contains("**50 coins**");
        assertThat(answers.to(ask.slash(ADA, "history", Map.of()))).contains("level reached **+350**");
    }

    private Event<LevelReached> reached(Member who, int previous, int level) {
        var now = Instant.now();
        return Event.first(
                EventId.of("fact:" + ask.guild() + who.id() + "/level-reached:" + level),
                "/leveling",
                now,
                Keys.member(Optional.of(ask.guild()), who.id()),
                new LevelReached(ask.guild(), who.id(), level, previous, 1_000, now));
    }
}
