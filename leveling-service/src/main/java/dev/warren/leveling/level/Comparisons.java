package dev.warren.leveling.level;

import dev.warren.leveling.rounds.Sql;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Comparisons that are due or under way, and the look-ups that they wait for. Times are milliseconds since 1970-01-01T00:00:00Z. */
@ApplicationScoped
class Comparisons {
    private static final String EXPECT = """
            INSERT INTO reward_comparison AS held (guild_id, due_at) VALUES (?1, ?2)
            ON CONFLICT (guild_id) DO UPDATE
            SET due_at = excluded.due_at, cursor = 0, members = 0, granted = 0, withdrawn = 0, refused = 0, corrected = 0""";

    private static final String DUE = """
            SELECT guild_id, due_at, cursor, members, granted, withdrawn, corrected FROM reward_comparison AS c
            WHERE due_at <= ?1 AND NOT EXISTS (
                SELECT 1 FROM reward_lookup AS l WHERE l.guild_id = c.guild_id AND l.asked_at > ?2
            )
            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String FORGET = "DELETE FROM reward_lookup WHERE guild_id = ?1";

    private static final String NEXT = """
            SELECT user_id, xp FROM member_progress
            WHERE guild_id = ?1 AND user_id > ?2 AND xp >= ?3
            ORDER BY user_id LIMIT ?4""";

    /** By a statement of its own, so that the next one sees what was stored while it waited. */
    private static final String LOCK = """
            SELECT guild_id, user_id FROM member_progress WHERE guild_id = ?1 AND user_id > ?2 AND user_id <= ?3
            ORDER BY user_id FOR UPDATE""";

    /** Totals are the sums of their awards; should one ever not be, it becomes so. */
    private static final String CORRECT = """
            UPDATE member_progress AS held SET earned = summed.earned
            FROM (
                SELECT p.user_id,
                    (SELECT coalesce(sum(xp), 0) FROM minute_award AS a WHERE a.guild_id = p.guild_id AND a.user_id = p.user_id)
                    + (SELECT coalesce(sum(xp), 0) FROM voice_award AS v WHERE v.guild_id = p.guild_id AND v.user_id = p.user_id)
                    + (SELECT coalesce(sum(xp), 0) FROM coin_award AS c WHERE c.guild_id = p.guild_id AND c.user_id = p.user_id)
                    AS earned
                FROM member_progress AS p
                WHERE p.guild_id = ?1 AND p.user_id > ?2 AND p.user_id <= ?3
            ) AS summed
            WHERE held.guild_id = ?1 AND held.user_id = summed.user_id AND held.earned <> summed.earned""";

    private static final String ASK = """
            INSERT INTO reward_lookup (action, guild_id, user_id, asked_at)
            SELECT action, ?1, user_id, ?2
            FROM json_to_recordset(CAST(CAST(?3 AS text) AS json)) AS l (action text, user_id bigint)
            ON CONFLICT (action) DO NOTHING""";

    private static final String ADVANCE = """
            UPDATE reward_comparison SET cursor = ?2, members = members + ?3, corrected = corrected + ?4 WHERE guild_id = ?1""";

    private static final String END = """
            UPDATE reward_comparison
            SET due_at = ?2, cursor = 0, last_at = ?3, last_members = members, last_granted = granted, last_withdrawn = withdrawn,
                last_refused = refused, last_corrected = corrected,
                members = 0, granted = 0, withdrawn = 0, refused = 0, corrected = 0
            WHERE guild_id = ?1""";

    private static final String REMOVE = "DELETE FROM reward_comparison WHERE guild_id = ?1";

    private static final String LAST = """
            SELECT last_at, last_members, last_granted, last_withdrawn, last_refused, last_corrected
            FROM reward_comparison WHERE guild_id = ?1 AND last_at IS NOT NULL""";

    private static final String TAKE = "DELETE FROM reward_lookup WHERE action = ?1 RETURNING guild_id, user_id";

    private static final String COUNT = """
            UPDATE reward_comparison SET granted = granted + ?2, withdrawn = withdrawn + ?3, refused = refused + ?4 WHERE guild_id = ?1""";

    private static final String LEVEL = "SELECT user_id, xp FROM member_progress WHERE guild_id = ?1 AND user_id = ?2";

    /** Begins one at a time, anew where one is under way. */
    Uni<Void> expect(Mutiny.StatelessSession tx, GuildId guild, Instant at) {
        return Sql.execute(tx, EXPECT, guild.value(), at.toEpochMilli()).replaceWithVoid();
    }

    /** One that is due and waits for no look-up; locked until the transaction ends. */
    Uni<Optional<Comparison>> due(Mutiny.StatelessSession tx, Instant now, Duration patience) {
        return Sql.rows(tx, DUE, now.toEpochMilli(), now.minus(patience).toEpochMilli())
                .map(rows -> rows.stream().findFirst().map(Comparisons::comparison));
    }

    private static Comparison comparison(Object[] row) {
        return new Comparison(
                new GuildId(Sql.number(row, 0)),
                Instant.ofEpochMilli(Sql.number(row, 1)),
                Sql.number(row, 2),
                (int) Sql.number(row, 3),
                (int) Sql.number(row, 4),
                (int) Sql.number(row, 5),
                (int) Sql.number(row, 6));
    }

    /** The next members with at least so much XP. */
    Uni<List<UserId>> next(Mutiny.StatelessSession tx, Comparison comparison, long xp, int most) {
        return Sql.rows(tx, NEXT, comparison.guild().value(), comparison.cursor(), xp, most)
                .map(rows ->
                        rows.stream().map(row -> new UserId(Sql.number(row, 0))).toList());
    }

    /** Corrects the totals up to the last of these, and notes that they are asked for. */
    Uni<Void> ask(Mutiny.StatelessSession tx, Comparison comparison, List<UserId> members, Instant now) {
        var guild = comparison.guild().value();
        var last = members.getLast().value();
        var asked = new JsonArray();
        members.forEach(member -> asked.add(new JsonObject()
                .put("action", comparison.lookUp(member).value())
                .put("user_id", member.value())));
        return Sql.execute(tx, FORGET, guild)
                .chain(() -> Sql.rows(tx, LOCK, guild, comparison.cursor(), last))
                .chain(() -> Sql.execute(tx, CORRECT, guild, comparison.cursor(), last))
                .chain(corrected -> Sql.execute(tx, ADVANCE, guild, last, members.size(), corrected))
                .chain(() -> Sql.execute(tx, ASK, guild, now.toEpochMilli(), asked.encode()))
                .replaceWithVoid();
    }

    /** It is over; the next one is due later. */
    Uni<Void> end(Mutiny.StatelessSession tx, GuildId guild, Instant next, Instant now) {
        return Sql.execute(tx, END, guild.value(), next.toEpochMilli(), now.toEpochMilli())
                .replaceWithVoid();
    }

    /** There is nothing to compare any more. */
    Uni<Void> remove(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.execute(tx, REMOVE, guild.value()).replaceWithVoid();
    }

    /** What came of the last one. */
    Uni<Optional<Comparison.Report>> last(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, LAST, guild.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Comparison.Report(
                                Instant.ofEpochMilli(Sql.number(row, 0)),
                                (int) Sql.number(row, 1),
                                (int) Sql.number(row, 2),
                                (int) Sql.number(row, 3),
                                (int) Sql.number(row, 4),
                                (int) Sql.number(row, 5))));
    }

    /** Whom a look-up was for; none when nobody waits for it any more. */
    record LookedUp(GuildId guild, UserId member) {}

    Uni<Optional<LookedUp>> take(Mutiny.StatelessSession tx, EventId action) {
        return Sql.rows(tx, TAKE, action.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LookedUp(new GuildId(Sql.number(row, 0)), new UserId(Sql.number(row, 1)))));
    }

    Uni<Void> count(Mutiny.StatelessSession tx, GuildId guild, int granted, int withdrawn, int refused) {
        return Sql.execute(tx, COUNT, guild.value(), granted, withdrawn, refused)
                .replaceWithVoid();
    }

    /** What a member has now. */
    Uni<Long> xp(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.rows(tx, LEVEL, guild.value(), member.value())
                .map(rows ->
                        rows.stream().findFirst().map(row -> Sql.number(row, 1)).orElse(0L));
    }
}
