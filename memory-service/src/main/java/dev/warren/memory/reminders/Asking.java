package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.Series;
import dev.warren.memory.reminders.ReminderBook.Noted;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.memory.reminders.phrases.When;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives a reminder the time that somebody wrote, asks back where a clock change leaves it open, and refuses what cannot be. */
@ApplicationScoped
class Asking {
    private final ReminderBook book;

    Asking(ReminderBook book) {
        this.book = book;
    }

    /**
     * Sets the time.
     *
     * @param reminder new, a draft, or one that waits
     * @param now when it was written
     * @param answered how the answer travels: as a message or in place of the question
     */
    Uni<Outcome> set(
            Mutiny.StatelessSession tx,
            Reminder reminder,
            Phrase phrase,
            Instant now,
            Function<MessageBody, Outcome> answered) {
        return switch (book.resolver().resolve(phrase, now.atZone(reminder.zone()))) {
            case When.Once(var instant) -> note(tx, reminder, instant, Optional.empty(), answered);
            case When.Repeating(var rule, var starts, var first) ->
                note(tx, reminder, first, Optional.of(new Series(rule, starts)), answered);
            case When.Twice(var local, var earlier, var later) ->
                ask(
                        tx,
                        reminder,
                        "The clock shows " + local.toLocalTime()
                                + " twice on that day, since it is put back. Which one?",
                        List.of(earlier, later),
                        answered);
            case When.Skipped(var local, var before, var after) ->
                ask(
                        tx,
                        reminder,
                        "There is no " + local.toLocalTime()
                                + " on that day, since the clock is put forward. When then?",
                        List.of(before, after),
                        answered);
            case When.Never(var reason, var why) -> Uni.createFrom().item(Outcome.refused(reason, why));
        };
    }

    /** Sets the time that was chosen. */
    Uni<Outcome> note(
            Mutiny.StatelessSession tx,
            Reminder reminder,
            Instant due,
            Optional<Series> series,
            Function<MessageBody, Outcome> answered) {
        return book.note(tx, reminder, due, series).map(noted -> switch (noted) {
            case Noted.Waiting(var waits) -> answered.apply(ReminderTexts.noted(waits));
            case Noted.Full(var most) -> Outcome.refused("too-many", ReminderTexts.full(most));
        });
    }

    private Uni<Outcome> ask(
            Mutiny.StatelessSession tx,
            Reminder reminder,
            String why,
            List<Instant> times,
            Function<MessageBody, Outcome> answered) {
        // one that has a number waits or is asked about already, and keeps its time until the choice is made
        var asked = reminder.id() == 0 ? book.ask(tx, reminder) : book.keep(tx, reminder);
        return asked.map(draft -> answered.apply(ReminderTexts.which(draft, why, times)));
    }
}
