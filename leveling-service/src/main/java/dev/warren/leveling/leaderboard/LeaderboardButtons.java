package dev.warren.leveling.leaderboard;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.standing.Board;
import dev.warren.leveling.standing.Boards;
import dev.warren.leveling.standing.Page;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under a leaderboard. Everybody may turn its pages; it then shows the place of whoever did. */
@ApplicationScoped
class LeaderboardButtons implements ComponentHandler {
    private final LevelingConfig config;
    private final Boards boards;

    LeaderboardButtons(LevelingConfig config, Boards boards) {
        this.config = config;
        this.boards = boards;
    }

    @Override
    public String name() {
        return Turn.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        if (call.guild().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused("guild-only", LeaderboardTexts.GUILD_ONLY));
        }
        // a button of an older build names no board
        var board = id.argument(2).flatMap(Board::of).orElse(Board.ALL_TIME);
        return page(call.guild().get(), call.member().id(), id, board, call.time())
                .map(page -> Outcome.update(
                        LeaderboardTexts.of(board, page, call.member().displayName())));
    }

    private Uni<Page> page(GuildId guild, UserId caller, CustomId id, Board board, Instant now) {
        var turn = id.argument(0)
                .flatMap(Turn::of)
                .orElseThrow(() -> new IllegalArgumentException("customId must name a turn: " + id));
        return switch (turn) {
            case PREVIOUS, NEXT, BOARD -> boards.page(board, now, guild, number(id), config.pageSize(), caller);
            case MINE -> boards.pageOf(board, now, guild, caller, config.pageSize());
        };
    }

    private static int number(CustomId id) {
        return id.argument(1)
                .map(Integer::parseInt)
                .filter(number -> number >= 0)
                .orElseThrow(() -> new IllegalArgumentException("customId must name a page from 0 on: " + id));
    }
}
