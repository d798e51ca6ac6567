package dev.warren.leveling.rank;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.card.Prepared;
import dev.warren.leveling.card.Theme;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Looks;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /rank [member] [theme]}: a card with level, place and progress, for everybody to see. */
@ApplicationScoped
class RankCommand implements CommandHandler {
    private static final String MEMBER = "member";
    private static final String THEME = "theme";

    private final Ranks ranks;
    private final Looks looks;
    private final Prepared prepared = new Prepared();

    RankCommand(Ranks ranks, Looks looks) {
        this.ranks = ranks;
        this.looks = looks;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("rank", "Shows level, place and progress of a member")
                .module(LevelingSettings.MODULE)
                .options(
                        option(MEMBER, "Whose rank; yours if you name nobody", OptionType.USER),
                        option(THEME, "How your own card looks from now on", OptionType.STRING)
                                .choices(Theme.words().toArray(String[]::new)))
                .example("rank @Ada")
                .aliases("level", "lvl")
                .in("de", "rang", "Zeigt Level, Platz und Fortschritt eines Mitglieds")
                .in("es-ES", "rango", "Muestra nivel, puesto y progreso de un miembro")
                .in("es-419", "rango", "Muestra nivel, puesto y progreso de un miembro")
                .build();
    }

    /** Cards are drawn side by side, and hold no transaction up. */
    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        return call.guild().isEmpty() || call.option(THEME).isPresent()
                ? Uni.createFrom().voidItem()
                : prepared.keep(call.id(), ranks.answer(call, call.option(MEMBER), Optional.empty()));
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        if (call.guild().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("guild-only", RankTexts.GUILD_ONLY));
        }
        var done = prepared.take(call.id());
        if (done.isPresent()) {
            return Uni.createFrom().item(done.get());
        }
        var theme = call.option(THEME).map(OptionValue::value).flatMap(Theme::of);
        var chosen = theme.isEmpty()
                ? Uni.createFrom().voidItem()
                : looks.theme(tx, call.guild().get(), call.member(), theme.get().word());
        return chosen.chain(() -> ranks.answer(call, call.option(MEMBER), theme));
    }
}
