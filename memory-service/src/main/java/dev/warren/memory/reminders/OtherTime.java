package dev.warren.memory.reminders;

import dev.warren.memory.reminders.Reminder.State;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.ModalHandler;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import dev.warren.schemas.topics.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The form for a time that is none of the usual ones. */
@ApplicationScoped
class OtherTime implements ModalHandler {
    static final String HANDLER = "remind-other";
    private static final String FIELD = "when";

    private final OwnReminder own;
    private final Asking asking;

    OtherTime(OwnReminder own, Asking asking) {
        this.own = own;
        this.asking = asking;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ModalSubmitted> call, CustomId id, Mutiny.StatelessSession tx) {
        var typed = Optional.ofNullable(call.payload().fields().get(FIELD)).orElse("");
        return own.with(
                call,
                tx,
                Ids.number(id, 0),
                EnumSet.of(State.DRAFT, State.WAITING),
                reminder -> Phrase.parse(typed)
                        .map(phrase -> asking.set(tx, reminder, phrase, call.time(), Outcome::ephemeral))
                        .orElseGet(() -> Uni.createFrom()
                                .item(Outcome.refused(
                                        "unclear-time",
                                        "I don't understand " + ReminderTexts.quoted(typed) + " as a time. "
                                                + ReminderTexts.EXAMPLES))));
    }

    /** The button that opens it. */
    @ApplicationScoped
    static class Opener implements ComponentHandler {
        @Override
        public String name() {
            return HANDLER;
        }

        @Override
        public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
            var input = new Modal.Input(
                    FIELD,
                    "When?",
                    false,
                    true,
                    1,
                    Phrase.LONGEST,
                    Optional.empty(),
                    Optional.of("tomorrow at 18:00, every Monday at 9, 24.12. um 18 Uhr"));
            return Uni.createFrom()
                    .item(Outcome.modal(new Modal(
                            CustomId.of(Service.MEMORY, HANDLER, Ids.number(id, 0))
                                    .toString(),
                            "When shall I remind you?",
                            List.of(input),
                            AnswerKind.EPHEMERAL)));
        }
    }
}
