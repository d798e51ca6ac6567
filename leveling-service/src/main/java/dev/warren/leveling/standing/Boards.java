package dev.warren.leveling.standing;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The leaderboards of all kinds. */
@ApplicationScoped
public class Boards {
    private static final String HIDDEN = "SELECT user_id FROM member_progress WHERE guild_id = $1 AND hidden";

    private static final String OWN = """
            SELECT p.xp, m.name, m.hidden, m.theme
            FROM period_total AS p JOIN member_progress AS m USING (guild_id, user_id)
            WHERE p.guild_id = $1 AND p.board = $2 AND p.period = $3 AND p.user_id = $4 AND p.xp > 0""";

    private static final String CENSUS = """
            SELECT count(*) AS members, count(*) FILTER (WHERE xp > $4 OR (xp = $4 AND user_id < $5)) AS above
            FROM period_total
            WHERE guild_id = $1 AND board = $2 AND period = $3 AND xp > 0 AND user_id <> ALL ($6::bigint[])""";

    private static final String ROWS = """
            SELECT user_id, coalesce(m.name, 'Member') AS name, here.xp
            FROM (
                SELECT guild_id, user_id, xp FROM period_total
                WHERE guild_id = $1 AND board = $2 AND period = $3 AND xp > 0 AND user_id <> ALL ($6::bigint[])
                ORDER BY guild_id %1$s, board %1$s, period %1$s, xp %2$s, user_id %1$s LIMIT $4 OFFSET $5
            ) AS here
            LEFT JOIN member_progress AS m USING (guild_id, user_id)
            ORDER BY here.xp DESC, user_id""";

    private static final String FROM_THE_TOP = ROWS.formatted("ASC", "DESC");
    private static final String FROM_THE_BOTTOM = ROWS.formatted("DESC", "ASC");

    private final Standings allTime;
    private final Pool pool;

    Boards(Standings allTime, Pool pool) {
        this.allTime = allTime;
        this.pool = pool;
    }

    /** A page of a board; see {@link Standings#page}. */
    public Uni<Page> page(Board board, Instant now, GuildId guild, int number, int size, UserId caller) {
        return switch (board) {
            case ALL_TIME -> allTime.page(guild, number, size, caller);
            case WEEK, MONTH, VOICE ->
                hidden(guild)
                        .chain(hidden -> census(board, now, guild, caller, hidden)
                                .chain(census -> page(board, now, guild, number, size, census)));
        };
    }

    /** The page of a board on which a member stands; see {@link Standings#pageOf}. */
    public Uni<Page> pageOf(Board board, Instant now, GuildId guild, UserId member, int size) {
        return switch (board) {
            case ALL_TIME -> allTime.pageOf(guild, member, size);
            case WEEK, MONTH, VOICE ->
                hidden(guild)
                        .chain(hidden -> census(board, now, guild, member, hidden)
                                .chain(census -> {
                                    long before = census.own()
                                            .map(own -> own.place() - 1)
                                            .orElse(0L);
                                    return page(board, now, guild, (int) (before / size), size, census);
                                }));
        };
    }

    private record Census(long members, Optional<Standing> own, Long[] hidden) {}

    private Uni<Long[]> hidden(GuildId guild) {
        return pool.preparedQuery(HIDDEN).execute(Tuple.of(guild.value())).map(rows -> {
            var ids = new ArrayList<Long>();
            rows.forEach(row -> ids.add(row.getLong(0)));
            return ids.toArray(Long[]::new);
        });
    }

    private Uni<Census> census(Board board, Instant now, GuildId guild, UserId member, Long[] hidden) {
        int period = board.period(now);
        return pool.preparedQuery(OWN)
                .execute(Tuple.of(guild.value(), board.number(), period, member.value()))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() ? Optional.of(rows.next()) : Optional.<Row>empty())
                .chain(own -> pool.preparedQuery(CENSUS)
                        .execute(Tuple.of(
                                guild.value(),
                                board.number(),
                                period,
                                own.map(row -> row.getLong("xp")).orElse(0L),
                                member.value(),
                                hidden))
                        .map(rows -> rows.iterator().next())
                        .map(counted -> new Census(
                                counted.getLong("members"),
                                own.map(row -> standing(row, member, counted.getLong("above") + 1)),
                                hidden)));
    }

    private static Standing standing(Row row, UserId member, long place) {
        return new Standing(place, member, row.getString("name"), row.getLong("xp"), PostgresStandings.look(row));
    }

    private Uni<Page> page(Board board, Instant now, GuildId guild, int asked, int size, Census census) {
        long members = census.members();
        int pages = (int) ((members + size - 1) / size);
        int number = Math.clamp(asked, 0, Math.max(0, pages - 1));
        long from = (long) number * size;
        long count = Math.min(size, members - from);
        long after = members - from - count;
        boolean top = from <= after;
        return pool.preparedQuery(top ? FROM_THE_TOP : FROM_THE_BOTTOM)
                .execute(Tuple.of(
                        guild.value(), board.number(), board.period(now), count, top ? from : after, census.hidden()))
                .map(rows -> new Page(number, pages, members, standings(rows, from), census.own()));
    }

    private static List<Standing> standings(RowSet<Row> rows, long before) {
        var standings = new ArrayList<Standing>(rows.size());
        for (var row : rows) {
            standings.add(new Standing(
                    before + standings.size() + 1,
                    new UserId(row.getLong("user_id")),
                    row.getString("name"),
                    row.getLong("xp")));
        }
        return standings;
    }
}
