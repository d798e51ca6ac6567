package dev.warren.leveling.activity;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.card.Prepared;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Shown;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /userstats [member] [period]}: how active a member is. */
@ApplicationScoped
class UserStatsCommand implements CommandHandler {
    private static final String MEMBER = "member";

    private final Stats stats;
    private final Prepared prepared = new Prepared();

    UserStatsCommand(Stats stats) {
        this.stats = stats;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("userstats", "Shows messages and commands of a member")
                .module(LevelingSettings.MODULE)
                .options(option(MEMBER, "Whose; yours if you name nobody", OptionType.USER), Stats.period())
                .example("userstats @Ada")
                .in("de", "nutzerstatistik", "Zeigt Nachrichten und Befehle eines Mitglieds")
                .in("es-ES", "actividad", "Muestra mensajes y comandos de un miembro")
                .in("es-419", "actividad", "Muestra mensajes y comandos de un miembro")
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
        var named = call.option(MEMBER);
        var id = named.map(OptionValue::asUser).orElse(call.member().id());
        var name = named.isPresent()
                ? named.get().member().map(Member::displayName).orElse("This member")
                : call.member().displayName();
        return stats.answer(call, Optional.of(id), name, Shown.name(name), StatsTexts::ofMember);
    }
}
