package dev.warren.runtime.timers;

import static dev.warren.runtime.fixtures.Trials.answer;
import static dev.warren.runtime.fixtures.Trials.onContext;
import static dev.warren.runtime.fixtures.Trials.runs;
import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class TimersTest {
    private static final int MANY = 700;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Timers timers;
    private final DueTimers due;
    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final Vertx vertx;

    TimersTest(Timers timers, DueTimers due, Mutiny.SessionFactory sessions, Pool pool, Vertx vertx) {
        this.timers = timers;
        this.due = due;
        this.sessions = sessions;
        this.pool = pool;
        this.vertx = vertx;
    }

    @Test
    void timer_whenItIsDue_hasItsEffectOnceAndNotBefore() {
        try (var broker = Trials.broker()) {
            // Given
            var word = word();
            var asked = later(word, "PT1S");
            // When
            broker.send(Topics.INTERACTIONS, asked);
            // Then
            assertThat(answer(broker, asked)).contains("later");
            var id = "trial:" + word + "@";
            var record = broker.await(
                    Topics.INTERACTIONS, event -> event.event().id().value().startsWith(id));
            assertThat(Instant.now()).isAfterOrEqualTo(record.event().time());
            assertThat(record.event().time()).isAfterOrEqualTo(asked.time().plusSeconds(1));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(runs(pool, word)).isEqualTo(1));
        }
    }

    @Test
    void timer_dueAtOnce_isNotLeftUntilTheNextLook() {
        try (var broker = Trials.broker()) {
            // Given
            var word = word();
            var before = trial("never", word);
            broker.send(Topics.INTERACTIONS, before);
            answer(broker, before);
            // When
            broker.send(Topics.INTERACTIONS, trial("later", word));
            // Then
            await().atMost(Duration.ofMillis(4_500))
                    .untilAsserted(() -> assertThat(runs(pool, word)).isEqualTo(1));
        }
    }

    @Test
    void timer_cancelledInTime_hasNoEffect() {
        try (var broker = Trials.broker()) {
            // Given
            var word = word();
            var asked = later(word, "PT3S");
            broker.send(Topics.INTERACTIONS, asked);
            answer(broker, asked);
            // When
            var cancelled = trial("never", word);
            broker.send(Topics.INTERACTIONS, cancelled);
            // Then
            assertThat(answer(broker, cancelled)).contains("cancelled true");
            var again = trial("never", word);
            broker.send(Topics.INTERACTIONS, again);
            assertThat(answer(broker, again)).contains("cancelled false");
        }
    }

    @Test
    void dueTimers_takenByTwoPollersAtOnce_areEachPublishedByOneOfThem() {
        // Given
        var word = word();
        pool.query("DELETE FROM timer").execute().await().atMost(PATIENCE);
        var dueAt = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        onContext(
                vertx,
                () -> sessions.withStatelessTransaction(tx -> Multi.createFrom()
                        .range(0, MANY)
                        .onItem()
                        .transformToUniAndConcatenate(i -> timers.schedule(tx, word + i, dueAt, record(word)))
                        .collect()
                        .last()));
        // When
        var both = Uni.join()
                .all(everything(dueAt), everything(dueAt))
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        // Then
        assertThat(both.get(0) + both.get(1)).isEqualTo(MANY);
        assertThat(pool.query("SELECT count(*) FROM timer WHERE id LIKE '" + word + "%'")
                        .execute()
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero();
    }

    /** As many rounds as it takes until nothing is left to claim. */
    private Uni<Integer> everything(Instant now) {
        return Uni.createFrom()
                .deferred(() -> due.publish(now))
                .repeat()
                .whilst(published -> published > 0)
                .collect()
                .with(Collectors.summingInt(published -> published));
    }

    private static Outgoing<InteractionEvent> record(String word) {
        return new Outgoing<>(Topics.INTERACTIONS, trial("count", word));
    }

    private static Event<InteractionEvent> later(String word, String in) {
        return Asked.of(Service.EMBED, Instant.now())
                .slash(
                        "trial",
                        Map.of(
                                "do", OptionValue.text("later"),
                                "word", OptionValue.text(word),
                                "in", new OptionValue(OptionType.DURATION, in, Optional.empty())));
    }
}
