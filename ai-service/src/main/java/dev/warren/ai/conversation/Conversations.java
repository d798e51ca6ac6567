package dev.warren.ai.conversation;

import dev.warren.ai.AiConfig;
import dev.warren.ai.store.Sql;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** The conversations as rows: who talks where, how long, and nothing of what is said. */
@ApplicationScoped
class Conversations {
    private static final String COLUMNS = "id, coalesce(guild_id, 0) AS guild_id, channel_id, user_id, turns,"
            + " CAST(extract(epoch FROM opened_at) * 1000 AS bigint) AS opened,"
            + " CAST(extract(epoch FROM last_at) * 1000 AS bigint) AS last";

    private static final String LOCK = "SELECT 1, count(*) FROM"
            + " (SELECT pg_advisory_xact_lock(CAST(?1 AS integer), CAST(?2 AS integer))) AS held";

    private static final String OPEN = "SELECT " + COLUMNS
            + " FROM conversation WHERE channel_id = ?1 AND user_id = ?2 AND ended_at IS NULL FOR UPDATE";

    private static final String BEGIN = """
        INSERT INTO conversation (id, guild_id, channel_id, user_id, opened_at, last_at)
        VALUES (?1, nullif(CAST(?2 AS bigint), 0), ?3, ?4, CAST(CAST(?5 AS text) AS timestamptz), CAST(CAST(?5 AS text) AS timestamptz))\
        """;

    private static final String SAID =
            "UPDATE conversation SET last_at = greatest(last_at, CAST(CAST(?2 AS text) AS timestamptz)) WHERE id = ?1";

    private static final String END =
            "UPDATE conversation SET ended_at = CAST(CAST(?2 AS text) AS timestamptz) WHERE id = ?1 AND ended_at IS"
                    + " NULL";

    private static final String ANSWERED = """
        UPDATE conversation SET turns = turns + 1, last_at = greatest(last_at, $2)
        WHERE id = $1 RETURNING turns\
        """;

    private static final String OPEN_ONES = "SELECT channel_id, user_id FROM conversation WHERE ended_at IS NULL";

    private static final String IDLE = """
        WITH idle AS (
            SELECT c.id FROM conversation AS c
            WHERE c.ended_at IS NULL AND c.last_at < $1
                AND NOT EXISTS (SELECT FROM job WHERE job.lane = c.id AND job.state <> 'done')
            ORDER BY c.last_at LIMIT $3 FOR UPDATE OF c SKIP LOCKED)
        UPDATE conversation SET ended_at = $2 FROM idle WHERE conversation.id = idle.id
        RETURNING conversation.id,
        """ + COLUMNS.substring("id,".length());

    private static final String OF_MEMBER = "SELECT " + COLUMNS
            + " FROM conversation WHERE user_id = ?1 AND (CAST(?2 AS bigint) = 0 OR guild_id = CAST(?2 AS bigint))";

    private static final String ERASE =
            "DELETE FROM conversation WHERE user_id = ?1 AND (CAST(?2 AS bigint) = 0 OR guild_id = CAST(?2 AS bigint))";

    private static final String FORGET = """
        DELETE FROM conversation WHERE id IN (SELECT id FROM conversation
            WHERE ended_at < now() - $1 * interval '1 millisecond' LIMIT 1000)\
        """;

    private final Pool pool;
    private final AiConfig config;

    Conversations(Pool pool, AiConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** A member in a channel. */
    record Place(ChannelId channel, UserId user) {}

    /** Where somebody is in a conversation now. */
    Uni<Set<Place>> open() {
        return pool.preparedQuery(OPEN_ONES).execute().map(rows -> {
            var places = new HashSet<Place>();
            rows.forEach(row -> places.add(
                    new Place(new ChannelId(row.getLong("channel_id")), new UserId(row.getLong("user_id")))));
            return places;
        });
    }

    /** The open conversation, kept from others until the transaction ends; nobody can open one meanwhile. */
    Uni<Optional<Talk>> lock(Mutiny.StatelessSession tx, ChannelId channel, UserId user) {
        return Sql.rows(tx, LOCK, Long.hashCode(channel.value()), Long.hashCode(user.value()))
                .chain(() -> Sql.rows(tx, OPEN, channel.value(), user.value()))
                .map(rows -> rows.stream().findFirst().map(Conversations::talk));
    }

    private static Talk talk(Object[] row) {
        long guild = ((Number) row[1]).longValue();
        return new Talk(
                (String) row[0],
                guild == 0 ? Optional.empty() : Optional.of(new GuildId(guild)),
                new ChannelId(((Number) row[2]).longValue()),
                new UserId(((Number) row[3]).longValue()),
                ((Number) row[4]).intValue(),
                Instant.ofEpochMilli(((Number) row[5]).longValue()),
                Instant.ofEpochMilli(((Number) row[6]).longValue()));
    }

    /** Opens one; there must be none. */
    Uni<Talk> begin(
            Mutiny.StatelessSession tx,
            EventId cause,
            Optional<GuildId> guild,
            ChannelId channel,
            UserId user,
            Instant at) {
        var talk = new Talk(cause.derive("conversation").value(), guild, channel, user, 0, at, at);
        return Sql.execute(
                        tx,
                        BEGIN,
                        talk.id(),
                        guild.map(GuildId::value).orElse(0L),
                        channel.value(),
                        user.value(),
                        at.toString())
                .replaceWith(talk);
    }

    /** The member said something. */
    Uni<Void> said(Mutiny.StatelessSession tx, Talk talk, Instant at) {
        return Sql.execute(tx, SAID, talk.id(), at.toString()).replaceWithVoid();
    }

    /** Whether it was open until now. */
    Uni<Boolean> end(Mutiny.StatelessSession tx, Talk talk, Instant at) {
        return Sql.execute(tx, END, talk.id(), at.toString()).map(rows -> rows > 0);
    }

    /** A turn was answered; its number, from 1. None when the conversation is forgotten. */
    Uni<Optional<Integer>> answered(SqlConnection tx, String conversation, Instant at) {
        return tx.preparedQuery(ANSWERED)
                .execute(Tuple.of(conversation, time(at)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getInteger("turns"))
                        .findFirst());
    }

    /** Ends those in which nothing was said for long enough, some at a time. */
    Uni<List<Talk>> endIdle(SqlConnection tx, Instant now) {
        return tx.preparedQuery(IDLE)
                .execute(Tuple.of(
                        time(now.minus(config.conversations().open())),
                        time(now),
                        config.conversations().batch()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Conversations::talk)
                        .toList());
    }

    private static Talk talk(Row row) {
        return talk(new Object[] {
            row.getString("id"),
            row.getLong("guild_id"),
            row.getLong("channel_id"),
            row.getLong("user_id"),
            row.getInteger("turns"),
            row.getLong("opened"),
            row.getLong("last")
        });
    }

    /** Deletes those of a member, in a guild or everywhere; gives them. */
    Uni<List<Talk>> erase(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId member) {
        long where = guild.map(GuildId::value).orElse(0L);
        return Sql.rows(tx, OF_MEMBER, member.value(), where)
                .map(rows -> rows.stream().map(Conversations::talk).toList())
                .call(() -> Sql.execute(tx, ERASE, member.value(), where));
    }

    /** Forgets what ended long ago. */
    Uni<Void> forget(Duration after) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(after.toMillis())).replaceWithVoid();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
