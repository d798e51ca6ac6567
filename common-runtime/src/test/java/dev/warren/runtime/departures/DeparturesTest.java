package dev.warren.runtime.departures;

import static dev.warren.runtime.fixtures.Trials.onContext;
import static dev.warren.runtime.fixtures.Trials.runs;
import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.fixtures.TrialData;
import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class DeparturesTest {
    private static final AtomicLong IDS = new AtomicLong(7_000);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 450;

    private final Departures departures;
    private final RuntimeConfig config;
    private final Timers timers;
    private final TrialData data;
    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final Vertx vertx;
    private final Broker broker = Trials.broker();
    private final Guilds guilds = new Guilds(broker);
    private final GuildId guild = new GuildId(IDS.incrementAndGet());

    DeparturesTest(
            Departures departures,
            RuntimeConfig config,
            Timers timers,
            TrialData data,
            Mutiny.SessionFactory sessions,
            Pool pool,
            Vertx vertx) {
        this.departures = departures;
        this.config = config;
        this.timers = timers;
        this.data = data;
        this.sessions = sessions;
        this.pool = pool;
        this.vertx = vertx;
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void timerOfALeftGuild_restsUntilItComesBack() {
        // Given
        var resting = word();
        var other = word();
        leave(Instant.now());
        departures.round(Instant.now()).await().atMost(PATIENCE);
        // When
        schedule(guild, resting);
        schedule(new GuildId(IDS.incrementAndGet()), other);
        // Then
        awaitRuns(other, 1);
        assertThat(runs(pool, resting)).isZero();
        // When
        guilds.known(guild, Instant.now());
        // Then
        awaitRuns(resting, 1);
    }

    @Test
    void data_whenTheTimeOfGraceIsOver_isDeletedWithTheTimers() {
        // Given
        data.keep(guild, MANY);
        var word = word();
        var at = Instant.now();
        leave(at);
        departures.round(at).await().atMost(PATIENCE);
        schedule(guild, word);
        var grace = config.departures().grace();
        // When
        departures.round(at.plus(grace).minusSeconds(1)).await().atMost(PATIENCE);
        // Then
        assertThat(data.kept(guild)).isEqualTo(MANY);
        // When
        departures.round(at.plus(grace).plusSeconds(1)).await().atMost(PATIENCE);
        // Then
        assertThat(data.kept(guild)).isZero();
        assertThat(timersOf(guild)).isZero();
        // When: it comes back later, and leaves again
        guilds.known(guild, Instant.now());
        await().atMost(PATIENCE).until(() -> !departures.isLeft(guild));
        data.keep(guild, 1);
        departures.round(at.plus(grace.multipliedBy(3))).await().atMost(PATIENCE);
        // Then
        assertThat(data.kept(guild)).isEqualTo(1);
        // When
        leave(Instant.now());
        departures.round(at.plus(grace.multipliedBy(3))).await().atMost(PATIENCE);
        // Then
        assertThat(data.kept(guild)).isZero();
    }

    @Test
    void data_ofAGuildThatCameBackInTime_stays() {
        // Given
        data.keep(guild, MANY);
        var at = Instant.now();
        leave(at);
        departures.round(at).await().atMost(PATIENCE);
        // When
        guilds.known(guild, at.plusSeconds(60));
        await().atMost(PATIENCE).until(() -> !departures.isLeft(guild));
        departures
                .round(at.plus(config.departures().grace().multipliedBy(2)))
                .await()
                .atMost(PATIENCE);
        // Then
        assertThat(data.kept(guild)).isEqualTo(MANY);
    }

    private void leave(Instant at) {
        guilds.left(guild, at);
        await().atMost(PATIENCE).until(() -> departures.isLeft(guild));
    }

    private void schedule(GuildId of, String word) {
        var now = Instant.now();
        onContext(
                vertx,
                () -> sessions.withStatelessTransaction(tx -> timers.schedule(
                        tx, of, word, now, new Outgoing<>(Topics.INTERACTIONS, trial("count", word, now)))));
    }

    private void awaitRuns(String word, int count) {
        await().atMost(PATIENCE).until(() -> runs(pool, word) == count);
    }

    private long timersOf(GuildId whose) {
        return pool.query("SELECT count(*) FROM timer WHERE guild = " + whose.value())
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
