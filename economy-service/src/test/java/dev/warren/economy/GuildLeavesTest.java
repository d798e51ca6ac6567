package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.event.Event;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A guild that removed the bot is forgotten, and no other. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class GuildLeavesTest extends ServiceTest {
    private static final List<String> TABLES = List.of(
            "book",
            "account",
            "holder",
            "earning",
            "ledger_block",
            "ledger_transaction",
            "ledger_entry",
            "untold_block");

    private final Departures departures;
    private final RuntimeConfig config;
    private final Crowd crowd;
    private final Pool pool;

    GuildLeavesTest(
            Verification verification,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            Departures departures,
            RuntimeConfig config,
            Crowd crowd,
            Pool pool) {
        super(verification, kafka);
        this.departures = departures;
        this.config = config;
        this.crowd = crowd;
        this.pool = pool;
    }

    @Test
    void guildThatRemovedTheBot_isForgottenAfterTheTimeOfGrace() {
        // Given
        var staying = Asks.somewhere();
        for (var guild : List.of(ask, staying)) {
            var crowded = IntStream.range(0, config.departures().batch() + 20)
                    .mapToObj(i -> Asks.someone(50_000L + i))
                    .toList();
            crowd.grant(guild.guild(), crowded, 10);
            answers.to(guild.slash(ADA, "daily", Map.of()));
            answers.to(guild.slash(ADA, "deposit", Map.of("amount", amount("50"))));
            answers.to(grant(guild, GRACE));
        }
        long before = rows("ledger_entry", staying);
        // When
        var at = Instant.now();
        new Guilds(broker).left(ask.guild(), at);
        await().atMost(PATIENCE).until(() -> departures.isLeft(ask.guild()));
        departures
                .round(at.plus(config.departures().grace()).plusSeconds(1))
                .await()
                .atMost(PATIENCE);
        // Then
        for (var table : TABLES) {
            assertThat(rows(table, ask)).as(table).isZero();
        }
        assertThat(rows("ledger_entry", staying)).isEqualTo(before).isPositive();
        assertThat(verification
                        .of(staying.guild())
                        .await()
                        .atMost(PATIENCE)
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }

    private static Event<InteractionEvent> grant(Asks guild, Member whom) {
        return guild.slash(
                GRACE,
                "economy",
                Optional.of("grant"),
                Map.of("member", user(whom), "amount", amount("5")),
                Instant.now());
    }

    private long rows(String table, Asks of) {
        return pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE guild_id = $1")
                .execute(Tuple.of(of.guild().value()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
