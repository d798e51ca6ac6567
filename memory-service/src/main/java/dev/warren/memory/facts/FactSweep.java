package dev.warren.memory.facts;

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

/** Deletes facts that have held no more for some time. Replicas may do so at the same time. */
@ApplicationScoped
class FactSweep {
    private static final String DELETE = """
            DELETE FROM fact WHERE (member, number) IN (
                SELECT member, number FROM fact WHERE valid_until < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    private final FactsConfig config;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    FactSweep(FactsConfig config, RuntimeConfig runtime, Pool pool, Readiness readiness, InstantSource clock) {
        this.config = config;
        this.runtime = runtime;
        this.pool = pool;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("fact sweep", config.sweepEvery(), () -> sweep(clock.instant())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** As many bounded transactions as it takes. */
    Uni<Void> sweep(Instant now) {
        return readiness
                .whenReady()
                .chain(() -> Uni.createFrom()
                        .deferred(() -> pool.preparedQuery(DELETE)
                                .execute(Tuple.of(
                                        now.minus(config.closedKept()).atOffset(ZoneOffset.UTC), config.sweepBatch()))
                                .map(RowSet::rowCount))
                        .repeat()
                        .whilst(deleted -> deleted >= config.sweepBatch())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
