package dev.warren.leveling.standing;

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
 * Adds the changes of awards to the totals of their weeks and months, each once: they are taken and added in one transaction. Sums do not
 * depend on the order, so any number of replicas may do it.
 */
@ApplicationScoped
class BoardFold implements GuildData {
    /** Keys are sorted, so that replicas do not deadlock. */
    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM award_change
                WHERE ctid = ANY (ARRAY(SELECT ctid FROM award_change LIMIT $1 FOR UPDATE SKIP LOCKED))
                RETURNING guild_id, user_id, minute, gained, voice
            ), added AS (
                INSERT INTO period_total AS held (guild_id, board, period, user_id, xp)
                SELECT guild_id, board, period, user_id, sum(gained)
                FROM (
                    SELECT guild_id, user_id, gained, 1::smallint AS board, (minute / 1440 + 3) / 7 AS period FROM taken
                    UNION ALL
                    SELECT guild_id, user_id, gained, 2::smallint,
                        (extract(year FROM at) * 12 + extract(month FROM at) - 1)::integer
                    FROM (SELECT *, to_timestamp(minute * 60.0) AT TIME ZONE 'UTC' AS at FROM taken) AS dated
                    UNION ALL
                    SELECT guild_id, user_id, gained, 3::smallint, 0 FROM taken WHERE voice
                ) AS news
                GROUP BY guild_id, board, period, user_id
                HAVING sum(gained) <> 0
                ORDER BY guild_id, board, period, user_id
                ON CONFLICT (guild_id, board, period, user_id) DO UPDATE SET xp = held.xp + excluded.xp
            )
            SELECT count(*) FROM taken""";

    private static final String DELETE = """
            WITH changes AS (DELETE FROM award_change WHERE guild_id = ?1)
            DELETE FROM period_total WHERE ctid = ANY (ARRAY(SELECT ctid FROM period_total WHERE guild_id = ?1 LIMIT ?2))""";

    private final RuntimeConfig runtime;
    private final BoardConfig config;
    private final Database database;
    private final Pool pool;
    private Optional<Every> folding = Optional.empty();

    BoardFold(RuntimeConfig runtime, BoardConfig config, Database database, Pool pool) {
        this.runtime = runtime;
        this.config = config;
        this.database = database;
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            folding = Optional.of(Every.start("boards", config.fold(), this::fold));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        folding.ifPresent(Every::close);
    }

    /** One step; what is left waits for the next round, so that a backlog of facts goes first. */
    private Uni<Void> fold() {
        return database.isReady()
                ? foldSome(pool, config.foldAtOnce()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Takes some changes in; how many. */
    static Uni<Long> foldSome(Pool pool, int atOnce) {
        return pool.preparedQuery(FOLD)
                .execute(Tuple.of(atOnce))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter(1, guild.value())
                .setParameter(2, most)
                .executeUpdate();
    }
}
