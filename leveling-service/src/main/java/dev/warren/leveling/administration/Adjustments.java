package dev.warren.leveling.administration;

import dev.warren.schemas.discord.Member;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What administrators add to and take from what members earned. */
@ApplicationScoped
class Adjustments {
    /** The most that a member may come to by decree. Ten million times what an hour of writing earns. */
    static final long MOST = 10_000_000_000L;

    private static final String READ = """
            SELECT xp, earned FROM member_progress WHERE guild_id = ?1 AND user_id = ?2 FOR UPDATE""";

    private static final String MEET = """
            INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar)
            VALUES (?1, ?2, 0, 0, false, ?3, ?4)
            ON CONFLICT (guild_id, user_id) DO NOTHING""";

    private static final String SET =
            "UPDATE member_progress SET adjusted = ?3 - earned WHERE guild_id = ?1 AND user_id = ?2";

    private static final String OPEN = """
            INSERT INTO xp_reset (guild_id, at, by)
            VALUES (?1, CAST(CAST(?2 AS text) AS timestamptz), ?3)
            RETURNING number, guild_id""";

    /** Rows in order of their keys, as those who count messages lock them. */
    private static final String RESET = """
            WITH going AS MATERIALIZED (
                SELECT guild_id, user_id, xp FROM member_progress
                WHERE guild_id = ?1 AND xp > 0 AND (CAST(?3 AS bigint) = 0 OR user_id = ?3)
                ORDER BY user_id FOR UPDATE
            ), kept AS (
                INSERT INTO xp_reset_member (guild_id, number, user_id, taken)
                SELECT guild_id, ?2, user_id, xp FROM going
            )
            UPDATE member_progress AS held SET adjusted = -held.earned
            FROM going WHERE held.guild_id = going.guild_id AND held.user_id = going.user_id""";

    private static final String LAST = """
            SELECT number, (SELECT count(*) FROM xp_reset_member AS m WHERE m.guild_id = r.guild_id AND m.number = r.number)
            FROM xp_reset AS r
            WHERE guild_id = ?1 AND NOT restored
            ORDER BY number DESC LIMIT 1 FOR UPDATE""";

    private static final String RESTORE = """
            WITH coming AS MATERIALIZED (
                SELECT guild_id, user_id, taken
                FROM xp_reset_member WHERE guild_id = ?1 AND number = ?2
                ORDER BY user_id
            ), held AS MATERIALIZED (
                SELECT guild_id, user_id FROM member_progress JOIN coming USING (guild_id, user_id)
                ORDER BY user_id FOR UPDATE OF member_progress
            ), marked AS (
                UPDATE xp_reset SET restored = true WHERE guild_id = ?1 AND number = ?2
            )
            UPDATE member_progress AS held SET adjusted = held.xp - held.earned + coming.taken
            FROM coming WHERE held.guild_id = coming.guild_id AND held.user_id = coming.user_id""";

    /** A member's XP; the row is locked, and made for one whom nobody saw. */
    Uni<Long> xp(Mutiny.StatelessSession tx, GuildId guild, UserId member, Optional<Member> known) {
        return Sql.execute(
                        tx,
                        MEET,
                        guild.value(),
                        member.value(),
                        known.map(Member::displayName).orElse("Member"),
                        known.flatMap(Member::avatar).orElse(""))
                .chain(() -> Sql.rows(tx, READ, guild.value(), member.value()))
                .map(rows -> Sql.number(rows.getFirst()[0]));
    }

    /** Makes a member's XP this much, whatever they earned; the row is there. */
    Uni<Void> set(Mutiny.StatelessSession tx, GuildId guild, UserId member, long xp) {
        return Sql.execute(tx, SET, guild.value(), member.value(), xp).replaceWithVoid();
    }

    /**
     * Takes all XP, and keeps what it was.
     *
     * @param member none for everybody in the guild
     * @return how many members had any
     */
    Uni<Integer> reset(Mutiny.StatelessSession tx, GuildId guild, Optional<UserId> member, UserId by, Instant at) {
        return Sql.rows(tx, OPEN, guild.value(), at.toString(), by.value())
                .chain(opened -> Sql.execute(
                        tx,
                        RESET,
                        guild.value(),
                        Sql.number(opened.getFirst()[0]),
                        member.map(UserId::value).orElse(0L)));
    }

    /** Gives back what the last reset took that was not restored yet; none where there is none. What was earned since stays. */
    Uni<Optional<Integer>> restore(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, LAST, guild.value())
                .chain(last -> last.isEmpty()
                        ? Uni.createFrom().item(Optional.<Integer>empty())
                        : Sql.execute(tx, RESTORE, guild.value(), Sql.number(last.getFirst()[0]))
                                .map(Optional::of));
    }
}
