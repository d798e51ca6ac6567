package dev.warren.leveling.recount;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.experience.Recounting;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Carries recounts out, some members at a time, and lets every instance know by which rules what was written before is judged. */
@ApplicationScoped
class RecountRounds {
    private static final String ALL = "SELECT guild_id, version, before FROM xp_recount";

    private static final String NEXT = """
            SELECT guild_id, version, before, cursor, cause FROM xp_recount WHERE NOT done AND asked_at <= $1
            ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String ADVANCE = "UPDATE xp_recount SET cursor = $2, done = $3 WHERE guild_id = $1";

    private final RuntimeConfig runtime;
    private final LevelingConfig.Recount config;
    private final Pool pool;
    private final Recounting recounting;
    private final RulesHistory rules;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    RecountRounds(
            RuntimeConfig runtime,
            LevelingConfig config,
            Pool pool,
            Recounting recounting,
            RulesHistory rules,
            Readiness readiness,
            InstantSource clock) {
        this.runtime = runtime;
        this.config = config.recount();
        this.pool = pool;
        this.recounting = recounting;
        this.rules = rules;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start(
                    "recount",
                    config.every(),
                    () -> readiness.whenReady().chain(this::learn).chain(() -> pool.withTransaction(this::next))));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    private Uni<Void> learn() {
        return pool.query(ALL)
                .execute()
                .invoke(rows -> rows.forEach(row -> rules.recounted(
                        new GuildId(row.getLong("guild_id")),
                        row.getLong("version"),
                        Instant.ofEpochMilli(row.getLong("before")))))
                .replaceWithVoid();
    }

    /** Two rounds after it was asked for every instance knows of it. */
    private Uni<Void> next(SqlConnection tx) {
        long known = clock.instant().minus(config.every().multipliedBy(2)).toEpochMilli();
        return tx.preparedQuery(NEXT)
                .execute(Tuple.of(known))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : step(tx, rows.iterator().next()));
    }

    private Uni<Void> step(SqlConnection tx, Row row) {
        var guild = new GuildId(row.getLong("guild_id"));
        return recounting
                .step(
                        tx,
                        guild,
                        rules.of(guild, row.getLong("version")),
                        Instant.ofEpochMilli(row.getLong("before")),
                        row.getLong("cursor"),
                        config.batch(),
                        EventId.of(row.getString("cause")))
                .chain(step -> tx.preparedQuery(ADVANCE)
                        .execute(Tuple.of(guild.value(), step.last(), step.members() < config.batch())))
                .replaceWithVoid();
    }
}
