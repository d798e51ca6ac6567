package dev.warren.memory.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.memory.reminders.Reminder.Series;
import dev.warren.memory.reminders.Reminder.State;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.memory.MemoryEvent.ReminderDue;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a reminder from the moment at which it is due. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class DueRemindersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Broker broker;

    @Inject
    ReminderBook book;

    @Inject
    ReminderSweep sweep;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private Talk ada;

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
    }

    @Test
    void reminder_whenItIsDue_isPostedOnceWithSnoozesAndPingsTheMemberAlone() {
        // Given
        ada.said(ada.remind("me", Map.of("what", "greet @everyone", "when", "in 1 second")));
        // When
        var post = ada.reply(PostMessage.class);
        // Then
        var body = ((PostMessage) post.payload()).body();
        assertThat(body.content()).isEqualTo("⏰ <@" + ada.user() + "> greet @everyone");
        assertThat(body.pings().users()).containsExactly(ada.user());
        assertThat(body.pings().everyone()).isFalse();
        assertThat(Talk.customIds(body)).hasSize(3).allMatch(id -> id.startsWith("memory:snooze:"));
        // and the same record again, as another copy with another id, posts nothing more
        var due = due(post.id());
        again(due.reminder(), due.dueAt());
        done(post.id());
        awaitState(due.reminder(), State.DONE);
        assertThat(ada.replies(PostMessage.class, 1)).hasSize(1);
    }

    @Test
    void reminder_longOverdue_saysThatItIsLate() {
        store(Instant.now().minus(Duration.ofMinutes(5)), Optional.empty());

        var post = (PostMessage) ada.reply(PostMessage.class).payload();

        assertThat(post.body().content()).contains("This was due <t:").contains("I am late");
    }

    @Test
    void series_whenOneIsDue_isSetToTheNextTimeToComeAndWhatWasMissedIsSaidOnce() {
        // Given: each day at this time for three days past
        var due = Instant.now()
                .minus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .minusSeconds(60);
        var series = new Series("FREQ=DAILY", LocalDateTime.ofInstant(due, ZoneOffset.UTC));
        // When
        var reminder = store(due, Optional.of(series));
        // Then
        var post = ada.reply(PostMessage.class);
        await().atMost(PATIENCE).until(() -> dueAt(reminder.id()), due.plus(4, ChronoUnit.DAYS)::equals);
        assertThat(state(reminder.id())).isEqualTo(State.WAITING.name());
        done(post.id());
        assertThat(ada.replies(PostMessage.class, 1)).hasSize(1);
    }

    @Test
    void reminder_whoseChannelIsGone_goesToTheMemberDirectly() {
        // Given
        var reminder = store(Instant.now(), Optional.empty());
        var post = ada.reply(PostMessage.class);
        // When
        receipt(new ReplyRefused(post.id(), 404, 10_003, "the channel is gone", Instant.now()));
        // Then
        var direct = ada.reply(PostDirectMessage.class);
        var message = (PostDirectMessage) direct.payload();
        assertThat(message.user()).isEqualTo(ada.user());
        assertThat(message.body().content())
                .endsWith("I could not post this in <#" + ada.channel() + ">: the channel is gone.");
        // and that is the end of it, whatever becomes of it
        receipt(new ReplyRefused(direct.id(), 403, 50_007, "the member takes no direct messages", Instant.now()));
        awaitState(reminder.id(), State.REFUSED);
    }

    @Test
    void snooze_byTheMember_postsItAgainLaterAndByAnotherIsRefused() {
        // Given
        var reminder = store(Instant.now(), Optional.empty());
        var body = ((PostMessage) ada.reply(PostMessage.class).payload()).body();
        // When
        var stranger = ada.use(body, "memory:snooze:", Talk.member(99));
        assertThat(ada.said(stranger)).isEqualTo("Only <@" + ada.user() + "> can put this off.");
        var snoozed = ada.use(body, "memory:snooze:");
        // Then
        assertThat(ada.said(snoozed))
                .contains("Put off until <t:" + (snoozed.time().getEpochSecond() + 900) + ":F>");
        awaitState(reminder.id(), State.WAITING);
        assertThat(ada.said(ada.use(body, "memory:snooze:"))).startsWith("This waits again already");
    }

    @Test
    void cancelledOrMoved_afterItsRecordWasPublished_isNotPosted() {
        // Given
        var reminder = store(Instant.now().plus(Duration.ofHours(1)), Optional.empty());
        var due = reminder.dueAt().orElseThrow();
        ada.said(ada.remind("edit", Map.of("reminder", String.valueOf(reminder.id()), "when", "in 3 hours")));
        // When
        again(reminder.id(), due);
        // Then: what comes after it in the same partition is posted
        var next = store(Instant.now(), Optional.empty());
        var posted = ada.replies(PostMessage.class, 1);
        assertThat(posted)
                .singleElement()
                .satisfies(post -> assertThat(due(post.id()).reminder()).isEqualTo(next.id()));
    }

    @Test
    void sweep_afterItsTime_deletesWhatHasEndedAndKeepsWhatWaits() {
        // Given
        var ended = store(Instant.now(), Optional.empty());
        done(ada.reply(PostMessage.class).id());
        awaitState(ended.id(), State.DONE);
        var waits = store(Instant.now().plus(Duration.ofHours(1)), Optional.empty());
        // When
        sweep.sweep(Instant.now().plus(Duration.ofDays(8))).await().atMost(PATIENCE);
        // Then
        assertThat(state(ended.id())).isEqualTo("gone");
        assertThat(state(waits.id())).isEqualTo(State.WAITING.name());
    }

    private Reminder store(Instant due, Optional<Series> series) {
        var reminder = Reminder.draft(
                        ada.user(),
                        Optional.of(ada.guild()),
                        ada.channel(),
                        "tea",
                        ZoneId.of("UTC"),
                        EventId.of("test:" + UUID.randomUUID()),
                        Instant.now())
                .waiting(due, series);
        var stored = new CompletableFuture<Reminder>();
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> sessions.withStatelessTransaction(tx -> book.set(tx, reminder))
                .subscribe()
                .with(stored::complete, stored::completeExceptionally));
        return stored.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The record of the time that a post is for. */
    private static ReminderDue due(EventId post) {
        var cause = post.value().substring(0, post.value().lastIndexOf('/'));
        return (ReminderDue) broker.await(
                        Topics.MEMORY_EVENTS,
                        received -> received.event().id().value().equals(cause))
                .event()
                .payload();
    }

    private void again(long reminder, Instant due) {
        broker.send(
                Topics.MEMORY_EVENTS,
                Event.first(
                        EventId.of("reminder:copy-" + UUID.randomUUID()),
                        "/memory",
                        Instant.now(),
                        Keys.member(Optional.of(ada.guild()), ada.user()),
                        new ReminderDue(Optional.of(ada.guild()), ada.user(), reminder, due)));
    }

    private static void done(EventId post) {
        receipt(new ReplyDone(post, Optional.empty(), List.of(new MessageId(1)), Instant.now()));
    }

    private static void receipt(ReceiptEvent receipt) {
        broker.send(
                Topics.RECEIPTS,
                Event.first(
                        EventId.of("receipt:" + UUID.randomUUID()),
                        "/gateway/0",
                        Instant.now(),
                        receipt.reply().value(),
                        receipt));
    }

    private void awaitState(long reminder, State state) {
        await().atMost(PATIENCE).until(() -> state(reminder), state.name()::equals);
    }

    private String state(long reminder) {
        var rows = pool.preparedQuery("SELECT state FROM reminder WHERE id = $1")
                .execute(Tuple.of(reminder))
                .await()
                .atMost(PATIENCE);
        return rows.size() == 0 ? "gone" : rows.iterator().next().getString("state");
    }

    private Instant dueAt(long reminder) {
        return pool.preparedQuery("SELECT due_at FROM reminder WHERE id = $1")
                .execute(Tuple.of(reminder))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getOffsetDateTime("due_at")
                .toInstant();
    }
}
