package dev.warren.memory.reminders;

import dev.warren.memory.reminders.ReminderBook.Noted;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under a reminder that put it off. One of a series goes on by itself; what is put off then is a copy. */
@ApplicationScoped
class SnoozeButton implements ComponentHandler {
    static final String HANDLER = "snooze";

    private final Reminders reminders;
    private final ReminderBook book;
    private final MeterRegistry meters;

    SnoozeButton(Reminders reminders, ReminderBook book, MeterRegistry meters) {
        this.reminders = reminders;
        this.book = book;
        this.meters = meters;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var due = Instant.ofEpochMilli(Ids.number(id, 1));
        var snooze = id.argument(2)
                .flatMap(Snooze::of)
                .orElseThrow(() -> new IllegalArgumentException("customId must name a span: " + id));
        return reminders
                .find(tx, Ids.number(id, 0))
                .chain(found -> found.map(reminder -> snooze(call, tx, reminder, due, snooze))
                        .orElseGet(() ->
                                refused("unknown-reminder", "That was too long ago. `/remind me` makes a new one.")));
    }

    private Uni<Outcome> snooze(
            Call<ComponentUsed> call, Mutiny.StatelessSession tx, Reminder reminder, Instant due, Snooze snooze) {
        if (!reminder.member().equals(call.member().id())) {
            return refused("not-yours", "Only <@" + reminder.member() + "> can put this off.");
        }
        var until = snooze.until(call.time(), due, reminder.zone());
        return switch (reminder.state()) {
            case CANCELLED -> refused("cancelled", "You have cancelled this reminder.");
            case DRAFT -> throw new IllegalStateException("a draft was never posted: " + reminder.id());
            case FIRED, DONE, REFUSED, UNKNOWN -> note(tx, reminder, until);
            case WAITING ->
                reminder.series().isPresent()
                        ? note(tx, reminder.copy(call.id(), until, call.time()), until)
                        : refused(
                                "snoozed",
                                "This waits again already, until "
                                        + ReminderTexts.stamp(reminder.dueAt().orElseThrow(), "F") + ".");
        };
    }

    private Uni<Outcome> note(Mutiny.StatelessSession tx, Reminder reminder, Instant until) {
        return book.note(tx, reminder, until, Optional.empty()).map(noted -> switch (noted) {
            case Noted.Waiting(var waits) -> {
                meters.counter("warren.reminders", "what", "snoozed").increment();
                yield Outcome.update(ReminderTexts.snoozed(waits));
            }
            case Noted.Full(var most) -> Outcome.refused("too-many", ReminderTexts.full(most));
        });
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }
}
