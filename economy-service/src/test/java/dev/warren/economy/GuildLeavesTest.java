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
import dev.warren.runtime.departures.GuildData;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.event.Event;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
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
            "untold_block",
            "airdrop",
            "giveaway");

    private final Departures departures;
    private final RuntimeConfig config;
    private final Crowd crowd;
    private final InTransaction inTransaction;
    private final Instance<GuildData> data;
    private final Pool pool;

    GuildLeavesTest(
            Verification verification,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            Departures departures,
            RuntimeConfig config,
            Crowd crowd,
            InTransaction inTransaction,
            @Any Instance<GuildData> data,
            Pool pool) {
        super(verification, kafka);
        this.inTransaction = inTransaction;
        this.data = data;
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
            setApart(guild);
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

    @Test
    void coinsSetApart_inAGuildThatIsForgotten_goBackBeforeTheBooksGo() {
        // Given 40 coins dropped and 30 given away by Ada, and her accounts known for the first alone
        answers.to(ask.slash(ADA, "daily", Map.of()));
        setApart(ask);
        assertThat(coins("WALLET")).isEqualTo(130);
        // When
        inTransaction.run(tx -> data("GuildAirdrops").delete(tx, ask.guild(), 1));
        execute("DELETE FROM holder WHERE guild_id = $1");
        inTransaction.run(tx -> data("GuildGiveaways").delete(tx, ask.guild(), 1));
        // Then
        assertThat(coins("WALLET")).isEqualTo(170);
        assertThat(coins("TREASURY")).isEqualTo(30);
        assertThat(coins("ESCROW")).isZero();
        assertThat(rows("airdrop", ask) + rows("giveaway", ask)).isZero();
        assertThat(answers.recorded(ask.guild(), 5))
                .extracting(TransactionRecorded::cause)
                .containsExactlyInAnyOrder(Cause.DAILY, Cause.AIRDROP, Cause.GIVEAWAY, Cause.AIRDROP_END, Cause.PRIZE);
        assertThat(inTransaction
                        .<Integer>run(tx -> data("GuildAirdrops").delete(tx, ask.guild(), 1))
                        .intValue())
                .isZero();
    }

    private void setApart(Asks guild) {
        answers.to(guild.slash(ADA, "airdrop", Map.of("amount", amount("40"))));
        answers.to(guild.slash(
                ADA,
                "giveaway",
                Optional.of("start"),
                Map.of(
                        "coins", amount("30"),
                        "winners", Asks.number(1),
                        "duration", Asks.duration(Duration.ofHours(1))),
                Instant.now()));
    }

    private GuildData data(String name) {
        return data.stream()
                .filter(one -> one.getClass().getSimpleName().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private long coins(String kind) {
        return pool.preparedQuery("""
                        SELECT CAST(coalesce(sum(balance), 0) AS bigint) FROM account WHERE guild_id = $1 AND kind = $2""")
                .execute(Tuple.of(ask.guild().value(), kind))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(ask.guild().value())).await().atMost(PATIENCE);
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
