package dev.warren.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Spoken;
import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said is kept sealed, once, and for its time. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class ArchiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofDays(90);
    private static Broker broker;

    @Inject
    ArchiveSweep sweep;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    private Talk ada;
    private Spoken said;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void meet() {
        ada = new Talk(broker);
        said = Spoken.of(broker, ada);
    }

    @Test
    void turnAndSummary_whateverOftenTheyCome_areKeptOnceAndUnreadable() {
        // Given
        var turn = said.turn("who ate my plum?", "I did not.", Instant.now());
        // When
        said.tell(turn);
        said.tell(said.summary("A plum is missing.", Instant.now()));
        said.tell(turn);
        said.tell(said.turn("last words", "bye", Instant.now()));
        // Then
        awaitKept(ada.user(), 3);
        assertThat(kept(ada.user())).containsExactlyInAnyOrder("TURN", "TURN", "SUMMARY");
        var bytes = sealed(ada.user());
        assertThat(bytes).hasSize(3).noneMatch(one -> one.contains("plum")).noneMatch(one -> one.contains("TurnTaken"));
    }

    @Test
    void member_atTheFirstTurn_isToldDirectlyAndOnce() {
        said.tell(said.turn("hello", "hi", Instant.now()));
        said.tell(said.turn("again", "hi", Instant.now()));

        var notice = notices(1).getFirst();
        assertThat(notice.otherwise()).contains(ada.channel());
        assertThat(notice.body().content()).contains("for 90 days", "/privacy opt-out", "/privacy erase");
        // and not for what comes later
        said.tell(said.turn("later", "hi", Instant.now()));
        awaitKept(ada.user(), 3);
        await().atMost(PATIENCE).until(() -> waitingNotices(ada.user()) == 0);
        assertThat(notices(1)).hasSize(1);
    }

    @Test
    void optedOut_member_hasNothingKeptUntilTheyOptInAgain() {
        // Given
        said.tell(said.turn("kept", "yes", Instant.now()));
        awaitKept(ada.user(), 1);
        assertThat(ada.said(ada.ask("privacy", "opt-out", Map.of()))).startsWith("From now on I keep nothing");
        // When
        var before = leftOut();
        said.tell(said.turn("not kept", "no", Instant.now()));
        await().atMost(PATIENCE).until(() -> leftOut() > before);
        assertThat(ada.answer(ada.ask("privacy", "show", Map.of()))
                        .embeds()
                        .getFirst()
                        .description()
                        .orElseThrow())
                .contains("You have opted out", "What you and I said to each other, for 90 days: 1");
        assertThat(ada.said(ada.ask("privacy", "opt-in", Map.of()))).startsWith("From now on I keep what you say");
        said.tell(said.turn("kept again", "yes", Instant.now()));
        // Then
        awaitKept(ada.user(), 2);
    }

    @Test
    void whatIsTooOldOrTooFarAhead_isNotKeptAndWhatComesWithItIs() {
        said.tell(said.turn("long ago", "hm", Instant.now().minus(KEPT).minusSeconds(60)));
        said.tell(said.turn("in the future", "hm", Instant.now().plus(Duration.ofDays(3))));
        said.tell(said.turn("now", "hm", Instant.now()));

        awaitKept(ada.user(), 1);
        broker.await(
                Topics.deadLettersWithContent(Service.MEMORY),
                received -> received.event().payload() instanceof PutAside aside
                        && aside.topic().equals(Topics.CONVERSATION_EVENTS.name())
                        && aside.key()
                                .filter(key -> key.endsWith(":" + ada.user()))
                                .isPresent()
                        && aside.reason().equals(IllegalArgumentException.class.getName()));
    }

    @Test
    void sweep_afterTheTimeOfKeeping_dropsWholeMonthsAndTheDaysOfTheLastOne() {
        // Given
        var now = Instant.now();
        said.tell(said.turn("old", "hm", now.minus(KEPT).plus(Duration.ofDays(2))));
        said.tell(said.turn("new", "hm", now));
        awaitKept(ada.user(), 2);
        var oldest = YearMonth.from(now.minus(KEPT).plus(Duration.ofDays(2)).atZone(ZoneOffset.UTC));
        assertThat(months()).contains(name(oldest));
        // When: three days later the one row is too old, whatever is left of its month
        sweep(now.plus(Duration.ofDays(3)));
        awaitKept(ada.user(), 1);
        // and so much later that its month is over, two instances at once
        var end = oldest.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(KEPT);
        var both = List.of(sweep.sweep(end), sweep.sweep(end));
        both.forEach(one -> one.await().atMost(PATIENCE));
        // Then
        assertThat(months()).doesNotContain(name(oldest)).contains(name(YearMonth.from(now.atZone(ZoneOffset.UTC))));
    }

    private void sweep(Instant now) {
        sweep.sweep(now).await().atMost(PATIENCE);
    }

    private static String name(YearMonth month) {
        return "conversation_record_%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private List<String> months() {
        return texts("SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid ORDER BY 1", Tuple.tuple());
    }

    private List<PostDirectMessage> notices(int count) {
        return broker
                .await(
                        Topics.REPLIES,
                        count,
                        received -> received.event().id().value().startsWith("privacy-notice:" + ada.user() + "@"))
                .stream()
                .map(received -> (PostDirectMessage) received.event().payload())
                .toList();
    }

    private long waitingNotices(UserId user) {
        return texts("SELECT member::text FROM privacy_notice WHERE member = $1", Tuple.of(user.value()))
                .size();
    }

    private double leftOut() {
        return meters.counter("warren.archive", "what", "left-out").count();
    }

    private void awaitKept(UserId user, int count) {
        await().atMost(PATIENCE).until(() -> kept(user).size() == count);
    }

    private List<String> kept(UserId user) {
        return texts("SELECT kind FROM conversation_record WHERE member = $1", Tuple.of(user.value()));
    }

    private List<String> sealed(UserId user) {
        return texts(
                "SELECT encode(sealed, 'escape') FROM conversation_record WHERE member = $1", Tuple.of(user.value()));
    }

    private List<String> texts(String sql, Tuple values) {
        var texts = new ArrayList<String>();
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE).forEach(row -> texts.add(row.getString(0)));
        return texts;
    }
}
