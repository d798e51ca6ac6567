package dev.warren.embed.unfolding;

import dev.warren.embed.EmbedConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Forgets messages that are followed no more, in bounded steps. */
@ApplicationScoped
class UnfoldingSweep {
    private static final String DELETE =
            "DELETE FROM unfolding WHERE message IN (SELECT message FROM unfolding WHERE written_at < $1 LIMIT $2)";

    private final EmbedConfig.Unfolding config;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    UnfoldingSweep(EmbedConfig config, RuntimeConfig runtime, Pool pool, Readiness readiness, InstantSource clock) {
        this.config = config.unfolding();
        this.runtime = runtime;
        this.pool = pool;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("unfolding sweep", config.sweepEvery(), () -> sweep(clock.instant())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    Uni<Void> sweep(Instant now) {
        var before = now.minus(config.followed()).atOffset(ZoneOffset.UTC);
        return readiness
                .whenReady()
                .chain(() -> Uni.createFrom()
                        .deferred(() -> pool.preparedQuery(DELETE).execute(Tuple.of(before, config.sweepBatch())))
                        .repeat()
                        .whilst(deleted -> deleted.rowCount() >= config.sweepBatch())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
