package dev.warren.runtime.inbox;

import static dev.warren.runtime.fixtures.Trials.answer;
import static dev.warren.runtime.fixtures.Trials.answers;
import static dev.warren.runtime.fixtures.Trials.runs;
import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.fixtures.Attempts;
import dev.warren.runtime.fixtures.SeenFacts;
import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.runtime.trouble.Incidents;
import dev.warren.schemas.bot.DeadLetterEvent;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class BadRecordsTest {
    private final Pool pool;
    private final Attempts attempts;
    private final Broker broker = Trials.broker();

    BadRecordsTest(Pool pool, Attempts attempts) {
        this.pool = pool;
        this.attempts = attempts;
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void malformedRecord_amongGoodOnes_isPutAsideAndTheStreamGoesOn() {
        // Given
        var words = List.of(word(), word());
        var good = words.stream().map(word -> trial("count", word)).toList();
        var malformed = broker.encode(Topics.INTERACTIONS, trial("count", word()));
        var broken = new ProducerRecord<>(
                malformed.topic(), 0, malformed.key(), "{\"origin\":".getBytes(UTF_8), malformed.headers());
        // When
        var sent = broker.sendAll(List.of(
                broker.encode(Topics.INTERACTIONS, good.get(0)),
                broken,
                broker.encode(Topics.INTERACTIONS, good.get(1))));
        // Then
        good.forEach(asked -> answers(broker, asked, 1));
        var aside = putAside(Topics.deadLettersWithContent(Service.EMBED), sent.get(1));
        assertThat(Base64.getDecoder().decode(aside.value().orElseThrow())).isEqualTo("{\"origin\":".getBytes(UTF_8));
        assertThat(aside.attempts()).isEqualTo(1);
        assertThat(words).allSatisfy(word -> assertThat(runs(pool, word)).isEqualTo(1));
    }

    @Test
    void malformedRecord_thatIsForAnotherService_isPassedOverUnread() {
        // Given
        var next = trial("count", word());
        var good = broker.encode(Topics.INTERACTIONS, next);
        var foreign = new ProducerRecord<>(good.topic(), 0, good.key(), "{\"origin\":".getBytes(UTF_8));
        good.headers().forEach(foreign.headers()::add);
        foreign.headers().remove(Headers.SERVICE).add(Headers.SERVICE, "elsewhere".getBytes(UTF_8));
        // When
        var sent = broker.sendAll(
                List.of(foreign, new ProducerRecord<>(good.topic(), 0, good.key(), good.value(), good.headers())));
        // Then
        answers(broker, next, 1);
        assertThat(broker.readOn(Topics.deadLettersWithContent(Service.EMBED)))
                .noneMatch(record -> Trials.hasId(record, asideId(sent.getFirst())));
    }

    @Test
    void alienRecord_isPutAsideWithItsHeaders() {
        // Given
        var alien = new ProducerRecord<>(Topics.INTERACTIONS.name(), 1, "who", "hello".getBytes(UTF_8));
        alien.headers().add("app", new byte[] {(byte) 0xff});
        // When
        var sent = broker.send(alien);
        // Then
        var aside = putAside(Topics.deadLettersWithContent(Service.EMBED), sent);
        assertThat(aside.headers()).containsEntry("app", "base64:/w==");
        assertThat(aside.key()).contains("who");
    }

    @Test
    void tombstone_whereThereShouldBeNone_isPutAside() {
        // When
        var sent = broker.send(new ProducerRecord<>(Topics.INTERACTIONS.name(), 2, "who", null));
        // Then
        assertThat(putAside(Topics.deadLettersWithContent(Service.EMBED), sent).value())
                .isEmpty();
    }

    @Test
    void unknownType_isPassedOver() {
        // Given
        var future = broker.encode(Topics.INTERACTIONS, trial("count", word()));
        future.headers().remove(Headers.TYPE).add(Headers.TYPE, "dev.warren.discord.thought-read.v1".getBytes(UTF_8));
        var next = trial("count", word());
        // When
        var sent = broker.send(future);
        broker.send(Topics.INTERACTIONS, next);
        // Then
        answers(broker, next, 1);
        assertThat(broker.readOn(Topics.deadLettersWithContent(Service.EMBED)))
                .noneMatch(record -> Trials.hasId(record, asideId(sent)));
    }

    @Test
    void handlerThatThrows_isTriedAndGivenUp_andTheMemberHasTheIncident() {
        // Given
        var word = word();
        var asked = trial("count-then-throw", word);
        // When
        var sent = broker.send(Topics.INTERACTIONS, asked);
        // Then
        assertThat(answer(broker, asked)).contains(Incidents.id(asked.id()));
        var aside = putAside(Topics.deadLettersWithContent(Service.EMBED), sent);
        assertThat(aside.attempts()).isEqualTo(3);
        assertThat(aside.reason()).isEqualTo("java.lang.IllegalStateException");
        assertThat(attempts.of(word)).isBetween(3, 4);
        assertThat(runs(pool, word)).isZero();
    }

    @Test
    void givenUpEvent_deliveredAgain_tellsTheSameIncidentAndIsNotTried() {
        // Given
        var word = word();
        var asked = trial("throw", word);
        broker.send(Topics.INTERACTIONS, asked);
        answers(broker, asked, 1);
        int before = attempts.of(word);
        // When
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        answers(broker, asked, 2);
        assertThat(attempts.of(word)).isEqualTo(before);
    }

    @Test
    void handlerThatThrows_amongGoodOnes_harmsNone() {
        // Given
        var asked = new ArrayList<Event<?>>();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        var words = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            words.add(word());
            var next = trial(i == 7 ? "throw" : "count", words.get(i));
            asked.add(next);
            records.add(broker.encode(Topics.INTERACTIONS, next));
        }
        // When
        broker.sendAll(records);
        // Then
        asked.forEach(one -> answers(broker, one, 1));
        for (int i = 0; i < 20; i++) {
            assertThat(runs(pool, words.get(i))).isEqualTo(i == 7 ? 0 : 1);
        }
    }

    @Test
    void answerThatNoBrokerWouldTake_isAFailureOfItsHandler() {
        // Given
        var asked = trial("swell", word());
        // When
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        assertThat(answer(broker, asked)).contains(Incidents.id(asked.id()));
    }

    @Test
    void badRecordInADenseStream_isFoundAndPutAside_andAllOthersAreStored() {
        // Given
        var cursed = new MessageId(SeenFacts.CURSED - 1);
        var base = System.nanoTime();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 400; i++) {
            records.add(fact(i == 331 ? cursed : new MessageId(base + i)));
        }
        // When
        var sent = broker.sendAll(records);
        // Then
        var aside = putAside(Topics.deadLetters(Service.EMBED), sent.get(331));
        assertThat(aside.reason()).contains("a cursed message");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                pool.preparedQuery("SELECT count(*) FROM seen_fact WHERE message BETWEEN $1 AND $2")
                                        .execute(Tuple.of(base, base + 400))
                                        .await()
                                        .atMost(Duration.ofSeconds(5))
                                        .iterator()
                                        .next()
                                        .getLong(0))
                        .isEqualTo(399));
    }

    private ProducerRecord<String, byte[]> fact(MessageId message) {
        FactEvent fact = new DeletionFact(message, Optional.of(Asked.GUILD), Asked.CHANNEL, Optional.empty());
        return broker.encode(
                Topics.FACTS, Event.first(EventId.messageDeleted(message), "/gateway/0", Instant.now(), "7:700", fact));
    }

    private PutAside putAside(Topic<DeadLetterEvent> topic, RecordMetadata of) {
        var id = EventId.of(asideId(of));
        return (PutAside) broker.await(topic, received -> received.event().id().equals(id))
                .event()
                .payload();
    }

    private static String asideId(RecordMetadata of) {
        return "embed/" + of.topic() + ":" + of.partition() + ":" + of.offset();
    }
}
