package dev.warren.leveling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class LevelingServiceTest {
    private static final UserId ADA = new UserId(1001);
    /** The broker refuses what lies in the future and soon forgets what is old. */
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);

    private final Pool pool;
    private final String kafka;
    private Broker broker;

    LevelingServiceTest(Pool pool, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void facts_ofTwoMinutes_becomeTwoAwardsAndTheirSum() {
        // Given
        var guild = new GuildId(101);
        var first = Facts.written(guild, ADA, NOON);
        var sameMinute = Facts.written(guild, ADA, NOON.plusSeconds(59));
        var nextMinute = Facts.written(guild, ADA, NOON.plusSeconds(60));
        // When
        tell(first, sameMinute, nextMinute);
        // Then
        awaitAwards(guild, 2);
        assertThat(xp(guild, ADA)).isEqualTo(sumOfAwards(guild, ADA)).isBetween(30L, 50L);
    }

    @Test
    void rank_ofOneWhoWrote_isAnsweredWithLevelAndPlace() {
        // Given
        var guild = Asked.GUILD;
        tell(Facts.written(guild, Asked.ADA.id(), NOON));
        awaitAwards(guild, 1);
        var ask = Asked.of(Service.LEVELING, Instant.now());
        // When
        var asked = ask.slash("rank", Map.of());
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        var answer = answers(asked, 1).getFirst();
        var embed = answer.body().embeds().getFirst();
        assertThat(embed.description().orElseThrow())
                .contains("Rank **#1** · Level **0**")
                .contains("**" + xp(guild, Asked.ADA.id()) + "** / 100 XP to level 1");
        assertThat(answer.ephemeral()).isFalse();
    }

    private void tell(MessageFact... facts) {
        broker.sendAll(Stream.of(facts)
                .map(fact -> broker.encode(Topics.FACTS, Facts.event(fact)))
                .toList());
    }

    private List<AnswerMessage> answers(Event<?> asked, int count) {
        return broker
                .await(
                        Topics.ANSWERS,
                        count,
                        received -> received.event().causationId().equals(Optional.of(asked.id())))
                .stream()
                .map(received -> (AnswerEvent) received.event().payload())
                .map(AnswerMessage.class::cast)
                .toList();
    }

    private void awaitAwards(GuildId guild, long count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> number("SELECT count(*) FROM minute_award WHERE guild_id = $1", guild.value()) == count);
    }

    private long xp(GuildId guild, UserId member) {
        return number(
                "SELECT xp FROM member_progress WHERE guild_id = $1 AND user_id = $2", guild.value(), member.value());
    }

    private long sumOfAwards(GuildId guild, UserId member) {
        return number(
                "SELECT sum(xp) FROM minute_award WHERE guild_id = $1 AND user_id = $2", guild.value(), member.value());
    }

    private long number(String sql, Object... parameters) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
