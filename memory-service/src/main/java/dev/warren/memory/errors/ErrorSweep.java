package dev.warren.memory.errors;

import dev.warren.memory.MemoryConfig;
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

/** Deletes errors that nobody asks after any more. There are few, so one statement does. */
@ApplicationScoped
class ErrorSweep {
    private final MemoryConfig.Errors config;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    ErrorSweep(MemoryConfig config, RuntimeConfig runtime, Pool pool, Readiness readiness, InstantSource clock) {
        this.config = config.errors();
        this.runtime = runtime;
        this.pool = pool;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("error sweep", config.sweepEvery(), () -> sweep(clock.instant())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    Uni<Void> sweep(Instant now) {
        return readiness
                .whenReady()
                .chain(() -> pool.preparedQuery("DELETE FROM member_error WHERE at < $1")
                        .execute(Tuple.of(now.minus(config.kept()).atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }
}
