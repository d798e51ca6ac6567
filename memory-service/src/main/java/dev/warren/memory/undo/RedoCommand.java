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

/** {@code /redo}. */
@ApplicationScoped
class RedoCommand implements CommandHandler {
    private final Undoing undoing;

    RedoCommand(Undoing undoing) {
        this.undoing = undoing;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("redo", "Does again what you took back with /undo")
                .module(UndoCommand.MODULE)
                .answers(AnswerKind.EPHEMERAL)
                .in("de", "wiederholen", "Macht wieder, was du mit /undo zurückgenommen hast")
                .in("es-ES", "rehacer", "Rehace lo que deshiciste con /undo")
                .example("redo")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return undoing.step(call, tx, true);
    }
}
