package dev.warren.leveling.activity;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.GuildData;
import dev.warren.runtime.lifecycle.Database;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.schemas.ids.GuildId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts messages by uniting sets of their ids, which is associative, commutative and idempotent: any order and any repetition leave the
 * same sets. What was noted is taken and added in one transaction; any number of replicas may do it.
 */
@ApplicationScoped
class MessageFold implements GuildData {
    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM message_log
                WHERE ctid = ANY (ARRAY(SELECT ctid FROM message_log LIMIT $1 FOR UPDATE SKIP LOCKED))
                RETURNING guild_id, user_id, message
            ), added AS (
                INSERT INTO message_hour AS held (guild_id, user_id, hour, messages)
                SELECT guild_id, user_id, (((message >> 22) + 1420070400000) / 3600000)::integer AS hour,
                    array_agg(DISTINCT message ORDER BY message)
                FROM taken
                GROUP BY 1, 2, 3
                ORDER BY 1, 2, 3
                ON CONFLICT (guild_id, user_id, hour) DO UPDATE
                SET messages = ARRAY(
                    SELECT DISTINCT id FROM unnest(held.messages || excluded.messages) AS one (id) ORDER BY id)
                WHERE NOT held.messages @> excluded.messages
            )
            SELECT count(*) FROM taken""";

    private static final String DELETE = """
            WITH noted AS (DELETE FROM message_log WHERE guild_id = ?1),
            uses AS (
                DELETE FROM command_use WHERE ctid = ANY (ARRAY(SELECT ctid FROM command_use WHERE guild_id = ?1 LIMIT ?2))
                RETURNING 1
            ),
            changes AS (
                DELETE FROM member_change WHERE ctid = ANY (ARRAY(SELECT ctid FROM member_change WHERE guild_id = ?1 LIMIT ?2))
                RETURNING 1
            ),
            hours AS (
                DELETE FROM message_hour WHERE ctid = ANY (ARRAY(SELECT ctid FROM message_hour WHERE guild_id = ?1 LIMIT ?2))
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM uses) + (SELECT count(*) FROM changes) + (SELECT count(*) FROM hours), 0""";

    private final RuntimeConfig runtime;
    private final ActivityConfig config;
    private final Database database;
    private final Pool pool;
    private Optional<Every> folding = Optional.empty();

    MessageFold(RuntimeConfig runtime, ActivityConfig config, Database database, Pool pool) {
        this.runtime = runtime;
        this.config = config;
        this.database = database;
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            folding = Optional.of(Every.start("messages", config.fold(), this::fold));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        folding.ifPresent(Every::close);
    }

    private Uni<Void> fold() {
        return database.isReady()
                ? foldSome(pool, config.foldAtOnce())
                : Uni.createFrom().voidItem();
    }

    /** One step; what is left waits for the next round, so that a backlog of facts goes first. */
    static Uni<Void> foldSome(Pool pool, int atOnce) {
        return pool.preparedQuery(FOLD).execute(Tuple.of(atOnce)).replaceWithVoid();
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE, Object[].class)
                .setParameter(1, guild.value())
                .setParameter(2, most)
                .getSingleResult()
                .map(row -> ((Number) row[0]).intValue());
    }
}
