package dev.warren.leveling.xp;

import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /xp}, for those who manage the guild; each room brings its part. */
@ApplicationScoped
class XpCommand implements CommandHandler {
    private final List<XpPart> parts;

    XpCommand(@Any Instance<XpPart> parts) {
        // in the same order at each start, so that the announcement stays the same
        this.parts = parts.stream()
                .sorted(Comparator.comparing(
                        part -> part.subcommands().stream().sorted().toList().toString()))
                .toList();
    }

    @Override
    public CommandDescription description() {
        var command = Describe.command("xp", "Looks into XP and rules it")
                .module(LevelingSettings.MODULE)
                .needs(Permission.MANAGE_GUILD)
                .in("de", "ep", "Zeigt und regelt die Erfahrungspunkte")
                .in("es-ES", "xp", "Muestra y regula la experiencia")
                .in("es-419", "xp", "Muestra y regula la experiencia");
        for (var part : parts) {
            command = part.describe(command);
        }
        return command.build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var asked = call.payload().subcommand().orElse("");
        return parts.stream()
                .filter(part -> part.subcommands().contains(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no part has this subcommand: " + asked))
                .handle(call, tx);
    }
}
