package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.State;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The select that asks when: one of the usual times, or one of two that a clock change left open. */
@ApplicationScoped
class WhenSelect implements ComponentHandler {
    static final String HANDLER = "remind-when";
    /** Before a time in milliseconds since 1970. */
    static final String AT = "@";

    private final OwnReminder own;
    private final Asking asking;

    WhenSelect(OwnReminder own, Asking asking) {
        this.own = own;
        this.asking = asking;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var chosen = call.payload().values().getFirst();
        return own.with(
                call,
                tx,
                Ids.number(id, 0),
                EnumSet.of(State.DRAFT, State.WAITING),
                reminder -> chosen.startsWith(AT)
                        ? at(call, tx, reminder, chosen)
                        : asking.set(tx, reminder, usual(chosen), call.time(), Outcome::update));
    }

    private Uni<Outcome> at(Call<ComponentUsed> call, Mutiny.StatelessSession tx, Reminder reminder, String chosen) {
        var time = Instant.ofEpochMilli(Long.parseLong(chosen.substring(AT.length())));
        return time.isAfter(call.time())
                ? asking.note(tx, reminder, time, Optional.empty(), Outcome::update)
                : Uni.createFrom()
                        .item(Outcome.refused("past", "That time is over by now. `/remind me` makes a new reminder."));
    }

    private static Phrase usual(String name) {
        return Usual.of(name)
                .flatMap(usual -> Phrase.parse(usual.phrase()))
                .orElseThrow(() -> new IllegalArgumentException("value must name a usual time: " + name));
    }
}
