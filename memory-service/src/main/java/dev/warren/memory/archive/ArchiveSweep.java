package dev.warren.memory.archive;

import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Drops the months that are kept no longer, and of the month in which that time ends, the days. Replicas may do so at the same time. */
@ApplicationScoped
class ArchiveSweep {
    private static final String DROP = "SELECT drop_conversation_months($1)";
    private static final String DELETE = """
            DELETE FROM conversation_record WHERE (at, event_id) IN (
                SELECT at, event_id FROM conversation_record WHERE at <= $1
                ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    private final MemoryConfig.Archive config;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    ArchiveSweep(MemoryConfig config, RuntimeConfig runtime, Pool pool, Readiness readiness, InstantSource clock) {
        this.config = config.archive();
        this.runtime = runtime;
        this.pool = pool;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("archive sweep", config.sweepEvery(), () -> sweep(clock.instant())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    Uni<Void> sweep(Instant now) {
        var before = now.minus(config.kept()).atOffset(ZoneOffset.UTC);
        return readiness
                .whenReady()
                .chain(() -> pool.preparedQuery(DROP).execute(Tuple.of(before)))
                .chain(() -> Uni.createFrom()
                        .deferred(() -> pool.preparedQuery(DELETE)
                                .execute(Tuple.of(before, config.sweepBatch()))
                                .map(RowSet::rowCount))
                        .repeat()
                        .whilst(deleted -> deleted >= config.sweepBatch())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
