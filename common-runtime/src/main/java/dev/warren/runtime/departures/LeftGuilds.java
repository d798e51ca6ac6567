package dev.warren.runtime.departures;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The guilds that removed the bot, in the database, where due timers are compared with them. */
@ApplicationScoped
class LeftGuilds {
    private static final String LEAVE = """
            INSERT INTO left_guild AS held (guild, left_at)
            SELECT * FROM unnest($1::bigint[], $2::timestamptz[]) AS l (guild, left_at) ORDER BY guild
            ON CONFLICT (guild) DO UPDATE SET left_at = excluded.left_at, forgotten = false
            WHERE held.left_at <> excluded.left_at""";
    private static final String COME_BACK = "DELETE FROM left_guild WHERE guild <> ALL($1)";
    private static final String FORGOTTEN = "SELECT guild FROM left_guild WHERE forgotten";
    private static final String LOCK =
            "SELECT guild FROM left_guild WHERE guild = ?1 AND NOT forgotten FOR UPDATE SKIP LOCKED";
    private static final String FORGET = "UPDATE left_guild SET forgotten = true WHERE guild = ?1";

    private final Pool pool;

    LeftGuilds(Pool pool) {
        this.pool = pool;
    }

    /** From now on these are the ones that were left; gives those of which nothing is kept any more. */
    Uni<Set<GuildId>> are(Map<GuildId, Instant> left) {
        var guilds = left.keySet().stream().map(GuildId::value).toArray(Long[]::new);
        var times =
                left.values().stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return pool.withTransaction(tx -> tx.preparedQuery(LEAVE)
                .execute(Tuple.tuple().addArrayOfLong(guilds).addArrayOfOffsetDateTime(times))
                .chain(() -> tx.preparedQuery(COME_BACK).execute(Tuple.tuple().addArrayOfLong(guilds)))
                .chain(() -> forgotten(tx)));
    }

    private static Uni<Set<GuildId>> forgotten(SqlConnection tx) {
        return tx.query(FORGOTTEN).execute().map(rows -> {
            var guilds = new HashSet<GuildId>();
            rows.forEach(row -> guilds.add(new GuildId(row.getLong(0))));
            return guilds;
        });
    }

    /** Whether it is to be forgotten still, and nobody else is about it until the transaction ends. */
    Uni<Boolean> lock(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createNativeQuery(LOCK, Long.class)
                .setParameter(1, guild.value())
                .getResultList()
                .map(rows -> !rows.isEmpty());
    }

    /** Nothing is kept of it any more. */
    Uni<Void> forget(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createNativeQuery(FORGET)
                .setParameter(1, guild.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
