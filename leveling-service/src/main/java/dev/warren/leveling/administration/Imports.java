package dev.warren.leveling.administration;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Imports that were checked, until somebody presses the button. */
@ApplicationScoped
class Imports {
    private static final String KEEP = """
            INSERT INTO xp_import (guild_id, token, at, by, adds, users, names, xps)
            VALUES (?1, ?2, CAST(CAST(?3 AS text) AS timestamptz), ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (guild_id) DO UPDATE
            SET token = excluded.token, at = excluded.at, by = excluded.by, adds = excluded.adds,
                users = excluded.users, names = excluded.names, xps = excluded.xps""";

    private static final String STRANGERS = """
            SELECT given.user_id, 0
            FROM unnest(CAST(?2 AS bigint[])) WITH ORDINALITY AS given (user_id, place)
            LEFT JOIN member_progress AS held ON held.guild_id = ?1 AND held.user_id = given.user_id
            WHERE held.user_id IS NULL
            ORDER BY place""";

    private static final String FIND =
            "SELECT at, cardinality(users) FROM xp_import WHERE guild_id = ?1 AND token = ?2 AND by = ?3 FOR UPDATE";

    /** Rows are made, then locked in order of their keys, then set. */
    private static final String MEET = """
            INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar)
            SELECT guild_id, user_id, 0, 0, false, name, ''
            FROM (SELECT guild_id, unnest(users) AS user_id, unnest(names) AS name FROM xp_import WHERE guild_id = ?1) AS given
            ORDER BY user_id
            ON CONFLICT (guild_id, user_id) DO NOTHING""";

    private static final String APPLY = """
            WITH given AS MATERIALIZED (
                SELECT guild_id, adds, unnest(users) AS user_id, unnest(xps) AS xp FROM xp_import WHERE guild_id = ?1
            ), locked AS MATERIALIZED (
                SELECT guild_id, user_id, earned, member_progress.xp AS had, given.xp, adds
                FROM member_progress JOIN given USING (guild_id, user_id)
                ORDER BY user_id FOR UPDATE OF member_progress
            )
            UPDATE member_progress AS held
            SET adjusted = least(CAST(?2 AS bigint), CASE WHEN adds THEN had + locked.xp ELSE locked.xp END) - locked.earned
            FROM locked WHERE held.guild_id = locked.guild_id AND held.user_id = locked.user_id""";

    private static final String FORGET = "DELETE FROM xp_import WHERE guild_id = ?1";

    /** Those of an import whom nobody has seen in the guild, in its order. */
    Uni<List<UserId>> strangers(Mutiny.StatelessSession tx, GuildId guild, List<Given> members) {
        return Sql.rows(tx, STRANGERS, guild.value(), ids(members))
                .map(rows ->
                        rows.stream().map(row -> new UserId(Sql.number(row[0]))).toList());
    }

    /** Keeps an import; one that waits in this guild is forgotten. */
    Uni<Void> keep(
            Mutiny.StatelessSession tx,
            GuildId guild,
            String token,
            UserId by,
            Instant at,
            boolean adds,
            List<Given> members) {
        return Sql.execute(
                        tx,
                        KEEP,
                        guild.value(),
                        token,
                        at.toString(),
                        by.value(),
                        adds,
                        ids(members),
                        members.stream()
                                .map(given -> given.name().orElse("Member"))
                                .toArray(String[]::new),
                        members.stream().map(Given::xp).toArray(Long[]::new))
                .replaceWithVoid();
    }

    private static Long[] ids(List<Given> members) {
        return members.stream().map(given -> given.member().value()).toArray(Long[]::new);
    }

    /** An import that waits. */
    record Waiting(Instant at, int members) {}

    /** The import of a question; none when it was done, or another took its place. */
    Uni<Optional<Waiting>> find(Mutiny.StatelessSession tx, GuildId guild, String token, UserId by) {
        return Sql.rows(tx, FIND, guild.value(), token, by.value())
                .map(rows ->
                        rows.stream().findFirst().map(row -> new Waiting(instant(row[0]), (int) Sql.number(row[1]))));
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Instant at -> at;
            case java.time.OffsetDateTime at -> at.toInstant();
            default -> throw new IllegalStateException("no time: " + value.getClass());
        };
    }

    /** Does the import that waits, all of it in this transaction. */
    Uni<Integer> apply(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.execute(tx, MEET, guild.value())
                .chain(() -> Sql.execute(tx, APPLY, guild.value(), Adjustments.MOST))
                .call(() -> forget(tx, guild));
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.execute(tx, FORGET, guild.value()).replaceWithVoid();
    }
}
