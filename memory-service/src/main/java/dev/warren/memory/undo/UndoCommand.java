package dev.warren.memory.undo;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /undo}. */
@ApplicationScoped
class UndoCommand implements CommandHandler {
    /** The module of both commands. */
    static final String MODULE = "community";

    private final Undoing undoing;

    UndoCommand(Undoing undoing) {
        this.undoing = undoing;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("undo", "Takes back the last thing that you added, changed or removed here")
                .module(MODULE)
                .answers(AnswerKind.EPHEMERAL)
                .in("de", "rückgängig", "Nimmt zurück, was du hier zuletzt hinzugefügt, geändert oder entfernt hast")
                .in("es-ES", "deshacer", "Deshace lo último que añadiste, cambiaste o quitaste aquí")
                .example("undo")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return undoing.step(call, tx, false);
    }
}
