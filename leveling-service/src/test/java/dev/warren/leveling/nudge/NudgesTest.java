package dev.warren.leveling.nudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.leveling.Facts;
import dev.warren.leveling.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nudges, between real servers; time is the test's. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class NudgesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);

    private final Nudges nudges;
    private final Pool pool;
    private final String kafka;
    private Broker broker;
    private Talk talk;

    NudgesTest(Nudges nudges, Pool pool, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.nudges = nudges;
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        talk = Talk.somewhere(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    /** The nudges of this guild, each by its id, however often it was sent. */
    private List<String> nudged() {
        return broker.seen(Topics.REPLIES).stream()
                .filter(received -> received.event().payload() instanceof PostDirectMessage)
                .map(received -> received.event().id().value())
                .filter(id -> id.startsWith("nudge:" + talk.guild() + "/"))
                .distinct()
                .toList();
    }

    private void look(Instant now) {
        nudges.nudge(now).await().atMost(PATIENCE);
    }

    private long seen() {
        var rows = pool.preparedQuery("SELECT seen_message FROM member_progress WHERE guild_id = $1")
                .execute(Tuple.of(talk.guild().value()))
                .await()
                .atMost(PATIENCE)
                .iterator();
        return rows.hasNext() ? rows.next().getLong(0) : 0;
    }

    /** As if they had asked for it so long ago: the broker takes nothing from the future. */
    private void askedBefore(Duration ago) {
        pool.preparedQuery("UPDATE nudge SET since = since - $2 WHERE guild_id = $1")
                .execute(Tuple.of(talk.guild().value(), ago.toMillis()))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void quietMember_whoAskedForIt_isToldOnceForEachSilence() {
        // Given
        assertThat(talk.said(Talk.ADA, "nudge on", Map.of("days", Talk.number(3))))
                .contains("for 3 days");
        look(Instant.now());
        assertThat(nudged()).isEmpty();
        // When
        askedBefore(DAY.multipliedBy(5));
        look(Instant.now());
        look(Instant.now());
        // Then
        await().atMost(PATIENCE).until(() -> nudged().size() == 1);
        var fact = Facts.written(
                talk.guild(),
                Talk.ADA.id(),
                Instant.now().minus(DAY.multipliedBy(3)).minusSeconds(60));
        broker.sendAll(Stream.of(fact)
                .map(one -> broker.encode(Topics.FACTS, Facts.event(one)))
                .toList());
        await().atMost(PATIENCE).until(() -> seen() == fact.message().value());
        look(Instant.now());
        await().atMost(PATIENCE).until(() -> nudged().size() == 2);
        assertThat(talk.said(Talk.ADA, "nudge off", Map.of())).contains("in peace");
        assertThat(talk.said(Talk.ADA, "nudge preview", Map.of())).contains("It has been 14 days");
    }
}
