package dev.warren.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A guild that removed the bot is forgotten, and no other. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class GuildLeavesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);

    private final Departures departures;
    private final RuntimeConfig config;
    private final Stored stored;
    private final String kafka;

    GuildLeavesTest(
            Departures departures,
            RuntimeConfig config,
            Pool pool,
            @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.departures = departures;
        this.config = config;
        this.stored = new Stored(pool);
        this.kafka = kafka;
    }

    @Test
    void guildThatRemovedTheBot_isForgottenAfterTheTimeOfGrace() {
        // Given
        var leaving = new GuildId(881);
        var staying = new GuildId(882);
        int members = config.departures().batch() + 20;
        try (var broker = new Broker(kafka)) {
            broker.sendAll(List.of(leaving, staying).stream()
                    .flatMap(guild -> facts(guild, members).stream())
                    .map(fact -> broker.encode(Topics.FACTS, Facts.event(fact)))
                    .toList());
            stored.awaitAwards(leaving, 2L * members);
            stored.awaitAwards(staying, 2L * members);
            // When
            var at = Instant.now();
            new Guilds(broker).left(leaving, at);
            await().atMost(PATIENCE).until(() -> departures.isLeft(leaving));
            departures
                    .round(at.plus(config.departures().grace()).plusSeconds(1))
                    .await()
                    .atMost(PATIENCE);
            // Then
            stored.awaitAwards(leaving, 0);
            assertThat(stored.xp(leaving, Asked.ADA.id())).isZero();
            stored.awaitAwards(staying, 2L * members);
            assertThat(stored.xp(staying, Asked.ADA.id())).isEqualTo(stored.sumOfAwards(staying, Asked.ADA.id()));
        }
    }

    /** Two minutes of each of so many members. */
    private static List<MessageFact> facts(GuildId guild, int members) {
        var facts = new ArrayList<MessageFact>();
        for (int i = 0; i < members; i++) {
            var member = i == 0 ? Asked.ADA.id() : new UserId(90_000L + i);
            facts.add(Facts.written(guild, member, NOON, i));
            facts.add(Facts.written(guild, member, NOON.plusSeconds(60), i));
        }
        return facts;
    }
}
