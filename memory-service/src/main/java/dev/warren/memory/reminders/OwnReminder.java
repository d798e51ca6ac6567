package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.State;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds reminders of whoever asks; to others they are not there. */
@ApplicationScoped
class OwnReminder {
    private static final int LONGEST_NUMBER = 18;

    private final Reminders reminders;

    OwnReminder(Reminders reminders) {
        this.reminders = reminders;
    }

    /** The waiting one whose number was typed. */
    Uni<Outcome> withTyped(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Function<Reminder, Uni<Outcome>> then) {
        var typed = call.required(RemindCommand.REMINDER).value().strip();
        return number(typed)
                .map(id -> with(call, tx, id, EnumSet.of(State.WAITING), then))
                .orElseGet(() -> Uni.createFrom().item(unknown(typed)));
    }

    /** The one of a button or select, as long as it is in one of these states. */
    Uni<Outcome> with(
            Call<? extends InteractionEvent> call,
            Mutiny.StatelessSession tx,
            long id,
            Set<State> states,
            Function<Reminder, Uni<Outcome>> then) {
        return reminders
                .find(tx, id)
                .chain(found -> found.filter(reminder ->
                                reminder.member().equals(call.member().id()))
                        .filter(reminder -> states.contains(reminder.state()))
                        .map(then)
                        .orElseGet(() -> Uni.createFrom().item(unknown(String.valueOf(id)))));
    }

    private static Optional<Long> number(String typed) {
        var digits = typed.startsWith("#") ? typed.substring(1) : typed;
        return digits.matches("\\d{1," + LONGEST_NUMBER + "}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static Outcome unknown(String typed) {
        return Outcome.refused(
                "unknown-reminder",
                "No reminder " + ReminderTexts.quoted(typed)
                        + " of yours is waiting. `/remind list` shows those that are.");
    }
}
