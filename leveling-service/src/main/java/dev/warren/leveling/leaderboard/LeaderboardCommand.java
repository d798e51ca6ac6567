package dev.warren.leveling.leaderboard;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.experience.LevelingSettings;
import dev.warren.leveling.standing.Board;
import dev.warren.leveling.standing.Boards;
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
import java.util.Arrays;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /leaderboard [page] [board] [hide]}: who has most XP, and where the caller stands. */
@ApplicationScoped
class LeaderboardCommand implements CommandHandler {
    private static final String PAGE = "page";
    private static final String BOARD = "board";
    private static final String HIDE = "hide";
    /** More pages than a guild can fill: Discord's largest have some 20 million members. */
    private static final int LAST = 20_000_000;

    private final LevelingConfig config;
    private final Boards boards;
    private final Looks looks;

    LeaderboardCommand(LevelingConfig config, Boards boards, Looks looks) {
        this.config = config;
        this.boards = boards;
        this.looks = looks;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("leaderboard", "Shows who has the most XP in this server")
                .module(LevelingSettings.MODULE)
                .options(
                        option(PAGE, "Which page; the first if you name none", OptionType.INTEGER)
                                .between(1, LAST),
                        option(BOARD, "Which XP counts; all of it if you choose nothing", OptionType.STRING)
                                .choices(Arrays.stream(Board.values())
                                        .map(Board::word)
                                        .toArray(String[]::new)),
                        option(HIDE, "Hide yourself from all leaderboards, or show yourself again", OptionType.BOOLEAN))
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
        return call.option(HIDE).isPresent() ? hide(call, tx) : show(call);
    }

    private Uni<Outcome> show(Call<CommandInvoked> call) {
        long asked = call.option(PAGE).map(option -> option.asLong() - 1).orElse(0L);
        var board =
                call.option(BOARD).map(OptionValue::value).flatMap(Board::of).orElse(Board.ALL_TIME);
        return boards.page(
                        board,
                        call.time(),
                        call.guild().orElseThrow(),
                        (int) Math.clamp(asked, 0, LAST),
                        config.pageSize(),
                        call.member().id())
                .map(page -> Outcome.message(
                        LeaderboardTexts.of(board, page, call.member().displayName())));
    }

    private Uni<Outcome> hide(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        boolean hidden = call.option(HIDE).orElseThrow().asBoolean();
        return looks.hide(tx, call.guild().orElseThrow(), call.member(), hidden)
                .replaceWith(Outcome.ephemeral(LeaderboardTexts.hidden(hidden)));
    }
}
