package dev.warren.runtime.inbox;

import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.DecisionEvent;
import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class InboxSweepTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String INSERT =
            "INSERT INTO inbox (event_id, handled_at, outcome, has_content) VALUES ($1, $2, $3, true)";

    private final InboxSweep sweep;
    private final Pool pool;
    private final RecordedOutcome outcomes = new RecordedOutcome();
    private final EventCodec codec = new EventCodec();

    InboxSweepTest(InboxSweep sweep, Pool pool) {
        this.sweep = sweep;
        this.pool = pool;
    }

    @Test
    void sweep_deletesWhatIsOlderThanEightDays_andBlanksContentAfterSeven() {
        // Given
        var old = store("P8DT1M");
        var blanked = store("P7DT1M");
        var young = store("P6DT23H");
        // When
        Uni.join().all(sweep.sweep(), sweep.sweep()).andFailFast().await().atMost(PATIENCE);
        // Then
        assertThat(outcome(old)).isEmpty();
        assertThat(outcome(young))
                .hasValueSatisfying(text -> assertThat(outcomes.read(text)).hasSize(2));
        assertThat(outcome(blanked)).hasValueSatisfying(text -> {
            assertThat(text).doesNotContain("secret words").contains(blanked + "/answer");
            assertThat(outcomes.read(text)).extracting(ProducerRecord::topic).containsExactly(Topics.DECISIONS.name());
        });
    }

    @Test
    void sweep_ofMoreThanOneBatch_goesOnUntilAllIsSwept() {
        // Given
        var prefix = word();
        var before = Instant.now().minus(Duration.parse("P9D")).atOffset(ZoneOffset.UTC);
        pool.preparedQuery("INSERT INTO inbox SELECT $1 || n, $2, '[]', false FROM generate_series(1, 2500) AS n")
                .execute(Tuple.of(prefix, before))
                .await()
                .atMost(PATIENCE);
        // When
        sweep.sweep().await().atMost(PATIENCE);
        // Then
        assertThat(pool.preparedQuery("SELECT count(*) FROM inbox WHERE event_id LIKE $1")
                        .execute(Tuple.of(prefix + "%"))
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero();
    }

    private String store(String age) {
        var asked = trial("count", "secret words");
        DecisionEvent decided = new Decided("embed", "a-reason", List.of(asked.id()), Map.of());
        var records = List.of(
                codec.encode(
                        new Outgoing<>(
                                Topics.INTERACTIONS,
                                asked.causes(
                                        asked.id().derive("answer"), "/embed", asked.time(), "7", asked.payload())),
                        Optional.empty()),
                codec.encode(
                        new Outgoing<>(
                                Topics.DECISIONS,
                                Event.first(EventId.of(asked.id() + "/decided"), "/embed", asked.time(), "e", decided)),
                        Optional.empty()));
        var at = Instant.now().minus(Duration.parse(age)).atOffset(ZoneOffset.UTC);
        pool.preparedQuery(INSERT)
                .execute(Tuple.of(asked.id().value(), at, outcomes.write(records)))
                .await()
                .atMost(PATIENCE);
        return asked.id().value();
    }

    private Optional<String> outcome(String event) {
        var rows = pool.preparedQuery("SELECT outcome FROM inbox WHERE event_id = $1")
                .execute(Tuple.of(event))
                .await()
                .atMost(PATIENCE);
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString(0));
    }
}
