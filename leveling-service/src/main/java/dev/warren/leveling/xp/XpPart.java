package dev.warren.leveling.xp;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Some subcommands of {@code /xp}. Implement it as a bean: what it describes is announced and called by itself. */
public interface XpPart {
    /** The subcommands that it handles, as {@link CommandInvoked#subcommand()} names them. */
    Set<String> subcommands();

    /** Adds them to the description of the command, which needs the permission to manage the guild. */
    Describe describe(Describe command);

    /** Runs one of them, as a command handler does. */
    Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx);
}
