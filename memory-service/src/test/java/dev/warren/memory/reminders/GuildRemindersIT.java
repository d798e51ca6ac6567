package dev.warren.memory.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What is kept of reminders and errors in a guild goes with the guild. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class GuildRemindersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Departures departures;

    @Inject
    RuntimeConfig config;

    @Inject
    Pool pool;

    @Test
    void guild_thatRemovedTheBot_isForgottenWithItsTimersAfterTheTimeOfGrace() {
        try (var broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class))) {
            // Given
            var ada = new Talk(broker);
            ada.said(ada.remind("me", Map.of("what", "tea", "when", "in 2 hours")));
            pool.query("INSERT INTO member_error VALUES ('%1$s:1', %1$s, '1', 'leveling', '/rank', '', now(), false)"
                            .formatted(ada.guild()))
                    .execute()
                    .await()
                    .atMost(PATIENCE);
            assertThat(rows("reminder", ada)).isEqualTo(1);
            assertThat(rows("timer", ada)).isEqualTo(1);
            // When
            var at = Instant.now();
            new Guilds(broker).left(ada.guild(), at);
            await().atMost(PATIENCE).until(() -> departures.isLeft(ada.guild()));
            departures
                    .round(at.plus(config.departures().grace()).plusSeconds(1))
                    .await()
                    .atMost(PATIENCE);
            // Then
            assertThat(rows("reminder", ada)).isZero();
            assertThat(rows("timer", ada)).isZero();
            assertThat(rows("member_error", ada)).isZero();
        }
    }

    private long rows(String table, Talk ada) {
        return pool.query("SELECT count(*) FROM " + table + " WHERE guild = " + ada.guild())
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
