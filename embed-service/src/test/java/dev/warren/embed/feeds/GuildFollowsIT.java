package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A guild that removed the bot: nothing is asked for it any more, and what is kept of it goes. */
@QuarkusTest
@TestProfile(Followed.class)
@QuarkusTestResource(WarrenServers.class)
class GuildFollowsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Departures departures;

    @Inject
    RuntimeConfig runtime;

    @Inject
    FeedRounds rounds;

    @Inject
    FeedPoller poller;

    @Inject
    FeedsConfig config;

    @Inject
    Pool pool;

    @Test
    void guild_thatRemovedTheBot_isNotLookedForAndForgottenAfterTheTimeOfGrace() {
        try (var broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
                var meadow = new Meadow().show(1)) {
            // Given
            var ada = new Follower(broker);
            ada.follow(meadow.address());
            var at = Instant.now();
            new Guilds(broker).left(ada.guild(), at);
            await().atMost(PATIENCE).until(() -> departures.isLeft(ada.guild()));
            departures.round(at).await().atMost(PATIENCE);
            int visits = meadow.visits();
            // When
            meadow.grow(1);
            rounds.round(at.plus(Duration.ofHours(1))).await().atMost(PATIENCE);
            // Then
            assertThat(meadow.visits()).isEqualTo(visits);
            departures
                    .round(at.plus(runtime.departures().grace()).plusSeconds(1))
                    .await()
                    .atMost(PATIENCE);
            assertThat(rows("follow WHERE guild = " + ada.guild())).isZero();
            assertThat(rows("feed WHERE source = '" + meadow.address() + "'")).isZero();
        }
    }

    @Test
    void sweep_afterTheirTime_deletesNotesOfWhatWasAnnounced() {
        try (var broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
                var meadow = new Meadow().show(1)) {
            // Given
            var ada = new Follower(broker);
            long follow = ada.follow(meadow.address());
            meadow.grow(2);
            rounds.round(Instant.now().plus(Duration.ofHours(1))).await().atMost(PATIENCE);
            ada.posts(2);
            var noted = "feed_item WHERE announced_at IS NOT NULL AND title IS NULL AND follow = " + follow;
            await().atMost(PATIENCE).until(() -> rows(noted) == 2);
            // When
            poller.sweep(Instant.now().plus(config.kept()).plusSeconds(60))
                    .await()
                    .atMost(PATIENCE);
            // Then
            assertThat(rows("feed_item WHERE follow = " + follow)).isZero();
        }
    }

    private long rows(String from) {
        return pool.query("SELECT count(*) FROM " + from)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
