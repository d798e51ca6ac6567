package dev.warren.leveling.experience;

import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Awards and totals in PostgreSQL: one statement for a batch, whatever its size. */
@ApplicationScoped
class PostgresProgress implements Progress<SqlConnection> {
    /**
     * The order of {@link MinuteAward#merge} and {@link Sighting#merge}, said in SQL; the contract suite holds them together. Sets are
     * united and grouped, never joined: in a generic plan PostgreSQL takes each array for ten rows, and would join them in nested loops.
     */
    private static final String ADD = """
            WITH claim AS MATERIALIZED (
                SELECT *
                FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::boolean[], $6::bigint[], $7::integer[])
                    AS c (guild_id, user_id, minute, winner, live, rules, xp)
            ), kept AS (
                INSERT INTO minute_award AS held (guild_id, user_id, minute, winner, live, rules, xp)
                SELECT guild_id, user_id, minute, winner, live, rules, xp FROM claim
                ON CONFLICT (guild_id, user_id, minute) DO UPDATE
                SET winner = excluded.winner, live = excluded.live, rules = excluded.rules, xp = excluded.xp
                WHERE (excluded.winner, NOT excluded.live, -excluded.rules, -excluded.xp)
                    < (held.winner, NOT held.live, -held.rules, -held.xp)
                RETURNING new.guild_id, new.user_id, new.minute, new.xp - coalesce(old.xp, 0) AS gained
            ), counted AS (
                INSERT INTO member_progress AS held (guild_id, user_id, earned, seen_message, seen_live, name, avatar, seen_channel, next_at)
                SELECT guild_id, user_id, sum(gained), max(seen_message), bool_or(seen_live), max(name), max(avatar), max(seen_channel),
                    max(next_at)
                FROM (
                    SELECT guild_id, user_id, 0 AS gained, seen_message, seen_live, name, avatar, seen_channel, next_at
                    FROM unnest($8::bigint[], $9::bigint[], $10::bigint[], $11::boolean[], $12::text[], $13::text[], $14::bigint[],
                        $15::bigint[]) AS s (guild_id, user_id, seen_message, seen_live, name, avatar, seen_channel, next_at)
                    UNION ALL
                    SELECT guild_id, user_id, gained, NULL, NULL, NULL, NULL, NULL, NULL FROM kept
                ) AS news
                GROUP BY guild_id, user_id
                ORDER BY guild_id, user_id
                ON CONFLICT (guild_id, user_id) DO UPDATE
                SET earned = held.earned + excluded.earned,
                    seen_message = greatest(held.seen_message, excluded.seen_message),
                    seen_live = CASE WHEN (excluded.seen_message, excluded.seen_live, excluded.name, excluded.avatar)
                        > (held.seen_message, held.seen_live, held.name, held.avatar) THEN excluded.seen_live ELSE held.seen_live END,
                    name = CASE WHEN (excluded.seen_message, excluded.seen_live, excluded.name, excluded.avatar)
                        > (held.seen_message, held.seen_live, held.name, held.avatar) THEN excluded.name ELSE held.name END,
                    avatar = CASE WHEN (excluded.seen_message, excluded.seen_live, excluded.name, excluded.avatar)
                        > (held.seen_message, held.seen_live, held.name, held.avatar) THEN excluded.avatar ELSE held.avatar END,
                    seen_channel = CASE WHEN excluded.seen_message > held.seen_message
                        THEN excluded.seen_channel ELSE held.seen_channel END
                WHERE excluded.earned <> 0
                    OR (excluded.seen_message, excluded.seen_live, excluded.name, excluded.avatar)
                        > (held.seen_message, held.seen_live, held.name, held.avatar)
            )
            SELECT lost.guild_id, lost.user_id, lost.minute, held.winner
            FROM (
                SELECT guild_id, user_id, minute, max(winner) AS winner
                FROM (
                    SELECT guild_id, user_id, minute, winner FROM claim
                    UNION ALL
                    SELECT guild_id, user_id, minute, NULL FROM kept
                ) AS tried
                GROUP BY guild_id, user_id, minute
                HAVING count(*) = 1
            ) AS lost
            JOIN minute_award AS held USING (guild_id, user_id, minute)
            WHERE held.winner <> lost.winner""";

    @Override
    public Uni<Map<Key, MessageId>> add(SqlConnection tx, Claims claims) {
        var awards = claims.awards();
        var sightings = claims.sightings();
        return tx.preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {
                    column(awards, award -> award.key().guild().value(), Long[]::new),
                    column(awards, award -> award.key().member().value(), Long[]::new),
                    column(awards, award -> award.key().minute().sinceEpoch(), Integer[]::new),
                    column(awards, award -> award.winner().value(), Long[]::new),
                    column(awards, MinuteAward::live, Boolean[]::new),
                    column(awards, MinuteAward::rules, Long[]::new),
                    column(awards, MinuteAward::xp, Integer[]::new),
                    column(sightings, seen -> seen.key().guild().value(), Long[]::new),
                    column(sightings, seen -> seen.key().member().value(), Long[]::new),
                    column(sightings, seen -> seen.message().value(), Long[]::new),
                    column(sightings, Sighting::live, Boolean[]::new),
                    column(sightings, Sighting::name, String[]::new),
                    column(sightings, Sighting::avatar, String[]::new),
                    column(sightings, seen -> seen.channel().value(), Long[]::new),
                    column(sightings, seen -> claims.firstLevel(seen.key().guild()), Long[]::new)
                }))
                .map(PostgresProgress::winners);
    }

    private static <E, C> C[] column(Collection<E> rows, Function<E, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Map<Key, MessageId> winners(RowSet<Row> rows) {
        var winners = new HashMap<Key, MessageId>();
        for (var row : rows) {
            var key = new Key(new GuildId(row.getLong(0)), new UserId(row.getLong(1)), new Minute(row.getInteger(2)));
            winners.put(key, new MessageId(row.getLong(3)));
        }
        return winners;
    }
}
