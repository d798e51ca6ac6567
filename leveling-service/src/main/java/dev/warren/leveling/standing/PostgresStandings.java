package dev.warren.leveling.standing;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Standings from the table of totals. Places are counted along the index by XP, which alone holds what is needed; a page is read from
 * whichever end of it is nearer.
 */
@ApplicationScoped
@Typed(PostgresStandings.class)
class PostgresStandings implements Standings {
    private static final String FIND = """
            SELECT mine.user_id, mine.name, mine.xp, mine.hidden, mine.theme, 1
                + (SELECT count(*) FROM member_progress
                    WHERE guild_id = $1 AND xp > 0 AND NOT hidden AND xp > mine.xp)
                + (SELECT count(*) FROM member_progress
                    WHERE guild_id = $1 AND xp > 0 AND NOT hidden AND xp = mine.xp AND user_id < $2) AS place
            FROM member_progress AS mine
            WHERE guild_id = $1 AND user_id = $2 AND xp > 0""";

    /** How many there are and how many stand above one, in one pass; it is the pass that costs. */
    private static final String CENSUS = """
            SELECT count(*) AS members, count(*) FILTER (WHERE xp > $2 OR (xp = $2 AND user_id < $3)) AS above
            FROM member_progress
            WHERE guild_id = $1 AND xp > 0 AND NOT hidden""";

    private static final String OWN =
            "SELECT name, xp, hidden, theme FROM member_progress WHERE guild_id = $1 AND user_id = $2 AND xp > 0";

    private static final String FROM_THE_TOP = """
            SELECT user_id, name, xp
            FROM (
                SELECT guild_id, user_id FROM member_progress
                WHERE guild_id = $1 AND xp > 0 AND NOT hidden
                ORDER BY guild_id, xp DESC, user_id LIMIT $2 OFFSET $3
            ) AS here
            JOIN member_progress USING (guild_id, user_id)
            ORDER BY xp DESC, user_id""";

    private static final String FROM_THE_BOTTOM = """
            SELECT user_id, name, xp
            FROM (
                SELECT guild_id, user_id FROM member_progress
                WHERE guild_id = $1 AND xp > 0 AND NOT hidden
                ORDER BY guild_id DESC, xp, user_id DESC LIMIT $2 OFFSET $3
            ) AS here
            JOIN member_progress USING (guild_id, user_id)
            ORDER BY xp DESC, user_id""";

    private static final String ALL = """
            SELECT user_id, name, xp FROM member_progress
            WHERE guild_id = $1 AND xp > 0
            ORDER BY xp DESC, user_id LIMIT $2""";

    private final Pool pool;

    PostgresStandings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Standing>> find(GuildId guild, UserId member) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(guild.value(), member.value()))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(standing(found.next())) : Optional.empty();
                });
    }

    @Override
    public Uni<Page> page(GuildId guild, int number, int size, UserId caller) {
        return census(guild, caller).chain(census -> page(guild, number, size, census));
    }

    @Override
    public Uni<Page> pageOf(GuildId guild, UserId member, int size) {
        return census(guild, member).chain(census -> {
            long before = census.own().map(own -> own.place() - 1).orElse(0L);
            return page(guild, (int) (before / size), size, census);
        });
    }

    @Override
    public Uni<List<Standing>> all(GuildId guild, int most) {
        return pool.preparedQuery(ALL).execute(Tuple.of(guild.value(), most)).map(rows -> standings(rows, 0));
    }

    /** How many members have XP, and where one of them stands. */
    private record Census(long members, Optional<Standing> own) {}

    private Uni<Census> census(GuildId guild, UserId member) {
        return pool.preparedQuery(OWN)
                .execute(Tuple.of(guild.value(), member.value()))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() ? Optional.of(rows.next()) : Optional.<Row>empty())
                .chain(own -> pool.preparedQuery(CENSUS)
                        .execute(Tuple.of(
                                guild.value(), own.map(row -> row.getLong("xp")).orElse(0L), member.value()))
                        .map(rows -> rows.iterator().next())
                        .map(counted -> new Census(
                                counted.getLong("members"),
                                own.map(row -> new Standing(
                                        counted.getLong("above") + 1,
                                        member,
                                        row.getString("name"),
                                        row.getLong("xp"),
                                        look(row))))));
    }

    private Uni<Page> page(GuildId guild, int asked, int size, Census census) {
        long members = census.members();
        int pages = (int) ((members + size - 1) / size);
        int number = Math.clamp(asked, 0, Math.max(0, pages - 1));
        long from = (long) number * size;
        return rows(guild, members, from, Math.min(size, members - from))
                .map(rows -> new Page(number, pages, members, standings(rows, from), census.own()));
    }

    private Uni<RowSet<Row>> rows(GuildId guild, long members, long from, long count) {
        long after = members - from - count;
        return from <= after
                ? pool.preparedQuery(FROM_THE_TOP).execute(Tuple.of(guild.value(), count, from))
                : pool.preparedQuery(FROM_THE_BOTTOM).execute(Tuple.of(guild.value(), count, after));
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

    private static Standing standing(Row row) {
        return new Standing(
                row.getLong("place"),
                new UserId(row.getLong("user_id")),
                row.getString("name"),
                row.getLong("xp"),
                look(row));
    }

    static Look look(Row row) {
        return new Look(
                row.getBoolean("hidden"), Optional.of(row.getString("theme")).filter(theme -> !theme.isEmpty()));
    }
}
