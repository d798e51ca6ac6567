package dev.warren.memory.reminders;

import dev.warren.memory.MemoryConfig;
import dev.warren.memory.reminders.Reminder.Series;
import dev.warren.memory.reminders.Reminder.State;
import dev.warren.memory.reminders.phrases.Resolver;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.ReminderDue;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes reminders down, each with its timer, in one transaction. */
@ApplicationScoped
class ReminderBook {
    private final MemoryConfig config;
    private final Reminders reminders;
    private final Timers timers;

    ReminderBook(MemoryConfig config, Reminders reminders, Timers timers) {
        this.config = config;
        this.reminders = reminders;
        this.timers = timers;
    }

    /** What came of a wish to have one more waiting. */
    sealed interface Noted {
        record Waiting(Reminder reminder) implements Noted {}

        /** The member has as many as may be. */
        record Full(long most) implements Noted {}
    }

    Resolver resolver() {
        return new Resolver(config.reminders().furthest(), config.reminders().shortestRepeat());
    }

    /** Keeps what to remind of until its time is known. A member has one such question at a time. */
    Uni<Reminder> ask(Mutiny.StatelessSession tx, Reminder draft) {
        return reminders.deleteDrafts(tx, draft.member()).chain(() -> reminders.add(tx, draft));
    }

    /** Lets a new reminder, a draft, or one that has ended wait for a time. */
    Uni<Noted> note(Mutiny.StatelessSession tx, Reminder reminder, Instant due, Optional<Series> series) {
        int most = config.reminders().mostPerMember();
        return reminders.count(tx, reminder.member()).chain(count -> {
            if (count >= most && reminder.state() != State.WAITING) {
                return Uni.createFrom().item(new Noted.Full(most));
            }
            return set(tx, reminder.waiting(due, series)).map(Noted.Waiting::new);
        });
    }

    /** Stores it as it is; its timer stays. */
    Uni<Reminder> keep(Mutiny.StatelessSession tx, Reminder reminder) {
        return reminders.save(tx, reminder).replaceWith(reminder);
    }

    /** Stores it as it is, with its timer. */
    Uni<Reminder> set(Mutiny.StatelessSession tx, Reminder reminder) {
        var stored = reminder.id() == 0
                ? reminders.add(tx, reminder)
                : reminders.save(tx, reminder).replaceWith(reminder);
        return stored.call(it -> it.dueAt()
                .map(time -> schedule(tx, it, time))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** One of a guild rests while the bot is not in it. */
    private Uni<Void> schedule(Mutiny.StatelessSession tx, Reminder reminder, Instant time) {
        var id = timer(reminder.id());
        var record = due(reminder, time);
        return reminder.guild()
                .map(guild -> timers.schedule(tx, guild, id, time, record))
                .orElseGet(() -> timers.schedule(tx, id, time, record));
    }

    Uni<Reminder> cancel(Mutiny.StatelessSession tx, Reminder reminder, Instant now) {
        var cancelled = reminder.ended(State.CANCELLED, now);
        return timers.cancel(tx, timer(reminder.id()))
                .chain(() -> reminders.save(tx, cancelled))
                .replaceWith(cancelled);
    }

    private static String timer(long id) {
        return "reminder:" + id;
    }

    /** The record that says it is time; its id is the same whoever publishes it, and another for each time. */
    private static Outgoing<MemoryEvent> due(Reminder reminder, Instant due) {
        return new Outgoing<>(
                Topics.MEMORY_EVENTS,
                new Event<>(
                        EventId.of(timer(reminder.id()) + "@" + due),
                        "/" + Service.MEMORY.id(),
                        due,
                        Keys.member(reminder.guild(), reminder.member()),
                        reminder.askedBy(),
                        Optional.of(reminder.askedBy()),
                        new ReminderDue(reminder.guild(), reminder.member(), reminder.id(), due)));
    }
}
