package dev.warren.leveling.leaderboard;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Standings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /leaderboard [page]}: who has most XP, and where the caller stands. */
@ApplicationScoped
class LeaderboardCommand implements CommandHandler {
    private static final String PAGE = "page";
    /** More pages than a guild can fill: Discord's largest have some 20 million members. */
    private static final int LAST = 20_000_000;

    private final LevelingConfig config;
    private final Standings standings;

    LeaderboardCommand(LevelingConfig config, Standings standings) {
        this.config = config;
        this.standings = standings;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("leaderboard", "Shows who has the most XP in this server")
                .module(LevelingSettings.MODULE)
                .options(option(PAGE, "Which page; the first if you name none", OptionType.INTEGER)
                        .between(1, LAST))
                .example("leaderboard 2")
                .aliases("lb", "top", "levels")
                .in("de", "rangliste", "Zeigt, wer auf diesem Server die meiste Erfahrung hat")
                .in("es-ES", "clasificación", "Muestra quién tiene más experiencia en este servidor")
                .in("es-419", "clasificación", "Muestra quién tiene más experiencia en este servidor")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        if (call.guild().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("guild-only", LeaderboardTexts.GUILD_ONLY));
        }
        long asked = Optional.ofNullable(call.payload().options().get(PAGE))
                .map(option -> option.asLong() - 1)
                .orElse(0L);
        return standings
                .page(
                        call.guild().get(),
                        (int) Math.clamp(asked, 0, LAST),
                        config.pageSize(),
                        call.member().id())
                .map(page ->
                        Outcome.message(LeaderboardTexts.of(page, call.member().displayName())));
    }
}
