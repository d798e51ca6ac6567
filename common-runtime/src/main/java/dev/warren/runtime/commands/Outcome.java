package dev.warren.runtime.commands;

import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a command: the answers, the first of which answers and each further one follows up, and the events it caused.
 *
 * @param events what else is emitted: actions, replies elsewhere, what was decided
 */
public record Outcome(List<Answer> answers, List<Outgoing<?>> events) {
    public Outcome {
        answers = List.copyOf(answers);
        events = List.copyOf(events);
    }

    /** A public message. */
    public static Outcome message(MessageBody body) {
        return of(new Answer.Message(body, false));
    }

    /** A message that only the member sees. */
    public static Outcome ephemeral(MessageBody body) {
        return of(new Answer.Message(body, true));
    }

    /** The message that carries the used component changes. */
    public static Outcome update(MessageBody body) {
        return of(new Answer.Update(body));
    }

    public static Outcome modal(Modal modal) {
        return of(new Answer.OpenModal(modal));
    }

    /** A refusal: an ephemeral text, and a decision record. */
    public static Outcome refused(String reason, String text) {
        return of(new Answer.Refusal(reason, text, Map.of()));
    }

    /** Nothing is answered here. */
    public static Outcome silent() {
        return of(new Answer.Silence());
    }

    public static Outcome of(Answer answer) {
        return new Outcome(List.of(answer), List.of());
    }

    /** The same, and this follows up. */
    public Outcome then(Answer further) {
        var all = new ArrayList<>(answers);
        all.add(further);
        return new Outcome(all, events);
    }

    /** The same, and this is emitted. */
    public Outcome emitting(Outgoing<?>... more) {
        var all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return new Outcome(answers, all);
    }
}
