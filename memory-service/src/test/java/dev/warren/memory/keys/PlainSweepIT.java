package dev.warren.memory.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What an older build wrote in plain text is read as before, and sealed. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class PlainSweepIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Inject
    PlainSweep sweep;

    @Test
    void rowsOfAnOlderBuild_beforeAndAfterTheSweep_sayTheSameAndThenStandNowhereInPlainText() {
        try (var broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class))) {
            // Given
            var ada = new Talk(broker);
            execute(
                    "INSERT INTO profile (member, name, language) VALUES ($1, 'medlar', 'en')",
                    Tuple.of(ada.user().value()));
            execute(
                    "INSERT INTO reminder (member, guild, channel, words, zone, due_at, state, asked_by, made_at) "
                            + "VALUES ($1, $2, $3, 'peel the medlar', 'UTC', $4, 'WAITING', 'test:1', now())",
                    Tuple.of(
                            ada.user().value(),
                            ada.guild().value(),
                            ada.channel().value(),
                            OffsetDateTime.now().plusHours(3)));
            assertSays(ada);
            assertThat(plain(ada)).isEqualTo(2);
            // When
            sweep.sweep().await().atMost(PATIENCE);
            // Then
            assertThat(plain(ada)).isZero();
            assertSays(ada);
        }
    }

    private static void assertSays(Talk ada) {
        assertThat(ada.answer(ada.ask("profile", "view", Map.of()))
                        .embeds()
                        .getFirst()
                        .title())
                .contains("medlar");
        assertThat(ada.answer(ada.remind("list", Map.of()))
                        .embeds()
                        .getFirst()
                        .description()
                        .orElseThrow())
                .contains("peel the medlar");
    }

    private long plain(Talk ada) {
        var rows = pool.preparedQuery("""
                        SELECT (SELECT count(*) FROM profile AS p WHERE p.member = $1 AND p::text LIKE '%medlar%')
                            + (SELECT count(*) FROM reminder AS r WHERE r.member = $1 AND r::text LIKE '%medlar%')""")
                .execute(Tuple.of(ada.user().value()))
                .await()
                .atMost(PATIENCE);
        return rows.iterator().next().getLong(0);
    }

    private void execute(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }
}
