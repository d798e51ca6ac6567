package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.State;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.hibernate.reactive.mutiny.Mutiny;

/** The button under a new reminder. */
@ApplicationScoped
class CancelButton implements ComponentHandler {
    static final String HANDLER = "remind-cancel";

    private final OwnReminder own;
    private final ReminderBook book;

    CancelButton(OwnReminder own, ReminderBook book) {
        this.own = own;
        this.book = book;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        return own.with(
                call,
                tx,
                Ids.number(id, 0),
                EnumSet.of(State.WAITING),
                reminder -> book.cancel(tx, reminder, call.time())
                        .map(_ -> Outcome.update(MessageBody.text("Cancelled: " + reminder.words()))));
    }
}
