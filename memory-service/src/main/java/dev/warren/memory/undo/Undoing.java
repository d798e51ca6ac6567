package dev.warren.memory.undo;

import dev.warren.memory.undo.Undoable.Put;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes the newest deed of a member back, or does it again. */
@ApplicationScoped
class Undoing {
    private final UndoConfig config;
    private final Deeds deeds;
    private final Map<String, Undoable> kinds;

    Undoing(UndoConfig config, Deeds deeds, @Any Instance<Undoable> undoables) {
        this.config = config;
        this.deeds = deeds;
        this.kinds = undoables.stream().collect(Collectors.toMap(Undoable::kind, Function.identity()));
    }

    /** @param again whether to do again what was taken back */
    Uni<Outcome> step(Call<CommandInvoked> call, Mutiny.StatelessSession tx, boolean again) {
        var guild = call.guild().orElseThrow();
        return deeds.next(tx, guild, call.member().id(), again, call.time().minus(config.within()))
                .chain(found -> found.map(deed -> step(call, tx, deed, again))
                        .orElseGet(() -> Uni.createFrom().item(nothing(again))));
    }

    private Uni<Outcome> step(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Deeds.Numbered numbered, boolean again) {
        var deed = numbered.deed();
        var undoable = kinds.get(deed.kind());
        if (undoable == null) {
            throw new IllegalStateException("nobody knows how to take this back: " + deed.kind());
        }
        var expected = again ? deed.before() : deed.after();
        var wanted = again ? deed.after() : deed.before();
        return undoable.put(call, tx, deed, expected, wanted).chain(put -> switch (put) {
            case Put.Done(var events) ->
                deeds.mark(tx, numbered.id(), !again)
                        .replaceWith(Outcome.ephemeral(MessageBody.text(said(deed, expected, wanted, again)))
                                .emitting(events.toArray(Outgoing<?>[]::new)));
            // what cannot be taken back shall not stand in the way of what was done before
            case Put.Changed _ ->
                deeds.forget(tx, numbered.id())
                        .replaceWith(Outcome.refused(
                                "changed-since",
                                deed.name() + ": that has changed since, so I leave it as it is. "
                                        + (again ? "`/redo`" : "`/undo`") + " goes on with the next."));
            case Put.Impossible(var why) ->
                deeds.forget(tx, numbered.id())
                        .replaceWith(Outcome.refused("impossible-now", deed.name() + " " + why + "."));
        });
    }

    private static String said(Deed deed, Map<String, String> was, Map<String, String> is, boolean again) {
        var became = is.isEmpty()
                ? " is gone again."
                : was.isEmpty() ? " is back." : again ? " is changed again." : " is as it was before.";
        var other = again ? "`/undo` takes it back." : "`/redo` does it again.";
        return (again ? "Done again: " : "Taken back: ") + deed.name() + became + " " + other;
    }

    private Outcome nothing(boolean again) {
        return again
                ? Outcome.refused(
                        "nothing-to-redo", "There is nothing to do again: you have taken nothing back here lately.")
                : Outcome.refused(
                        "nothing-to-undo",
                        "There is nothing to take back: you have changed nothing here in the last "
                                + config.within().toDays()
                                + " days. Settings of the server are taken back with `/settings undo`.");
    }
}
