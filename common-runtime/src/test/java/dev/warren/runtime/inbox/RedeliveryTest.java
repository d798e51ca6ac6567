package dev.warren.runtime.inbox;

import static dev.warren.runtime.fixtures.Trials.answer;
import static dev.warren.runtime.fixtures.Trials.answers;
import static dev.warren.runtime.fixtures.Trials.askedTwice;
import static dev.warren.runtime.fixtures.Trials.runs;
import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class RedeliveryTest {
    private final Pool pool;
    private final Broker broker = Trials.broker();

    RedeliveryTest(Pool pool) {
        this.pool = pool;
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void event_deliveredAgain_givesTheSameAnswerWithoutRunningAgain() {
        // Given
        var word = word();
        // When
        var both = askedTwice(broker, word);
        // Then
        assertThat(both.get(0).value()).isEqualTo(both.get(1).value());
        assertThat(both.get(0).key()).isEqualTo(both.get(1).key());
        assertThat(runs(pool, word)).isEqualTo(1);
    }

    @Test
    void event_twiceInOneBatch_runsOnce() {
        // Given
        var word = word();
        var record = broker.encode(Topics.INTERACTIONS, trial("count", word));
        var id = new String(record.headers().lastHeader(Headers.ID).value(), UTF_8) + "/answer";
        // When
        broker.sendAll(List.of(record, record, record));
        // Then
        broker.awaitRecords(Topics.ANSWERS, 3, answer -> Trials.hasId(answer, id));
        assertThat(runs(pool, word)).isEqualTo(1);
    }

    @Test
    void staleEvent_neverSeenBefore_isNotRunButToldSo() {
        // Given
        var word = word();
        var asked = trial("count", word, Instant.now().minusSeconds(31));
        // When
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        assertThat(answer(broker, asked)).contains("I was away");
        assertThat(runs(pool, word)).isZero();
    }

    @Test
    void staleEvent_thatWasRunInTime_givesItsRecordedAnswer() {
        // Given
        var word = word();
        var asked = trial("count", word, Instant.now().minusSeconds(27));
        broker.send(Topics.INTERACTIONS, asked);
        answers(broker, asked, 1);
        var later = broker.encode(
                Topics.INTERACTIONS, trial("count", word, Instant.now().minusSeconds(600)));
        later.headers().remove(Headers.ID).add(Headers.ID, asked.id().value().getBytes(UTF_8));
        // When
        broker.send(later);
        // Then
        assertThat(answers(broker, asked, 2))
                .allSatisfy(
                        answer -> assertThat(new String(answer.value(), UTF_8)).contains("counted " + word));
        assertThat(runs(pool, word)).isEqualTo(1);
    }

    @Test
    void staleEvent_retriedJustNow_isRun() {
        // Given
        var word = word();
        var asked = trial("count", word, Instant.now().minusSeconds(7_200));
        var retried = broker.encode(Topics.INTERACTIONS, asked);
        retried.headers().add(Headers.RETRIED_AT, Instant.now().toString().getBytes(UTF_8));
        // When
        broker.send(retried);
        // Then
        assertThat(answer(broker, asked)).contains("counted " + word);
        assertThat(runs(pool, word)).isEqualTo(1);
    }

    @Test
    void event_withATrace_continuesItInWhatItCauses() {
        // Given
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var asked = trial("count", word());
        var traced = broker.encode(Topics.INTERACTIONS, asked);
        traced.headers().add(Headers.TRACE_PARENT, trace.getBytes(UTF_8));
        // When
        broker.send(traced);
        // Then
        var answer = answers(broker, asked, 1).getFirst();
        assertThat(new String(answer.headers().lastHeader(Headers.TRACE_PARENT).value(), UTF_8))
                .contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
