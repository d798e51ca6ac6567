package dev.warren.memory.reminders;

import dev.warren.memory.MemoryConfig;
import dev.warren.memory.reminders.Reminder.State;
import dev.warren.memory.reminders.phrases.Recurrence;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.ReminderDue;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Posts what is due, and sets the next time of a series in the same transaction. What has been cancelled, moved or posted since the record
 * was published is passed over.
 */
@ApplicationScoped
class DueReminders implements EventHandler<MemoryEvent> {
    private final MemoryConfig.Reminders config;
    private final Reminders reminders;
    private final ReminderBook book;
    private final SettingsView settings;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Timer lag;

    DueReminders(
            MemoryConfig config,
            Reminders reminders,
            ReminderBook book,
            SettingsView settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config.reminders();
        this.reminders = reminders;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.lag = Timer.builder("warren.reminders.lag")
                .description("how long after their time reminders are handed to the gateway")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
    }

    @Override
    public boolean concerns(Received<MemoryEvent> received) {
        return switch (received.event().payload()) {
            case ReminderDue _ -> true;
            case MemoryEvent.ProfileChanged _,
                    MemoryEvent.MemberErased _,
                    MemoryEvent.CalendarEventDue _,
                    MemoryEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemoryEvent> received, Mutiny.StatelessSession tx) {
        return switch (received.event().payload()) {
            case ReminderDue due ->
                reminders
                        .find(tx, due.reminder())
                        .chain(found -> found.filter(reminder -> isMeant(reminder, due))
                                .map(reminder -> fire(received, tx, reminder, due.dueAt()))
                                .orElseGet(() -> Uni.createFrom().item(List.of())));
            case MemoryEvent.ProfileChanged _,
                    MemoryEvent.MemberErased _,
                    MemoryEvent.CalendarEventDue _,
                    MemoryEvent.Unknown _ ->
                throw new IllegalStateException(
                        "this is no reminder: " + received.event().id());
        };
    }

    private static boolean isMeant(Reminder reminder, ReminderDue due) {
        return reminder.state() == State.WAITING
                && reminder.dueAt().filter(due.dueAt()::equals).isPresent();
    }

    private Uni<List<Outgoing<?>>> fire(
            Received<MemoryEvent> received, Mutiny.StatelessSession tx, Reminder reminder, Instant due) {
        var now = clock.instant();
        boolean late = ReminderTexts.isLate(due, now, config.lateAfter());
        lag.record(Duration.between(due, now));
        meters.counter("warren.reminders", "what", late ? "late" : "fired").increment();
        var post = received.event().id().derive("post");
        var body = ReminderTexts.due(reminder, due, late);
        var expiry = now.plus(config.postWithin());
        // a guild that has turned the module off is not to hear of it; the member is
        ReplyEvent reply = reminder.guild().isPresent()
                        && !settings.at(reminder.guild(), now).moduleOn(RemindCommand.MODULE)
                ? new PostDirectMessage(reminder.member(), body, Optional.empty(), expiry)
                : new PostMessage(reminder.channel(), body, Optional.empty(), Optional.empty(), expiry);
        var outgoing = new Outgoing<>(
                Topics.REPLIES,
                received.event()
                        .causes(
                                post,
                                "/" + Service.MEMORY.id(),
                                now,
                                reminder.channel().toString(),
                                reply));
        // of what was missed while nobody looked, only this one is said
        var next = reminder.series()
                .flatMap(series ->
                        Recurrence.next(series.rule(), series.starts(), reminder.zone(), due.isAfter(now) ? due : now));
        return next.map(time ->
                        book.set(tx, reminder.firedAndWaiting(post, time)).replaceWithVoid())
                .orElseGet(() -> reminders.save(tx, reminder.fired(post, now)))
                .replaceWith(List.of(outgoing));
    }
}
