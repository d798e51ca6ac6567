package dev.warren.leveling.activity;

import dev.warren.leveling.card.Prepared;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /serverstats [period]}: how lively the guild is. */
@ApplicationScoped
class ServerStatsCommand implements CommandHandler {
    private final Stats stats;
    private final Prepared prepared = new Prepared();

    ServerStatsCommand(Stats stats) {
        this.stats = stats;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("serverstats", "Shows messages, active members, commands, joins and leaves")
                .module(LevelingSettings.MODULE)
                .options(Stats.period())
                .example("serverstats month")
                .in("de", "serverstatistik", "Zeigt Nachrichten, aktive Mitglieder, Befehle, Zu- und Abgänge")
                .in("es-ES", "estadísticas", "Muestra mensajes, miembros activos, comandos, altas y bajas")
                .in("es-419", "estadísticas", "Muestra mensajes, miembros activos, comandos, altas y bajas")
                .build();
    }

    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        return call.guild().isEmpty() ? Uni.createFrom().voidItem() : prepared.keep(call.id(), answer(call));
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return prepared.take(call.id()).map(done -> Uni.createFrom().item(done)).orElseGet(() -> answer(call));
    }

    private Uni<Outcome> answer(Call<CommandInvoked> call) {
        return stats.answer(
                call,
                Optional.empty(),
                "Server statistics",
                "Server statistics",
                (counts, _) -> StatsTexts.ofGuild(counts));
    }
}
