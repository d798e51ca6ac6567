package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.runtime.trouble.Outages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Migrates the service's database at start, waiting for it as long as it takes. */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final String NAME = "postgresql";

    private final Flyway flyway;
    private final RuntimeConfig config;
    private final Conditions conditions;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Database(Flyway flyway, RuntimeConfig config, Conditions conditions) {
        this.flyway = flyway;
        this.config = config;
        this.conditions = conditions;
    }

    /** Completes when the schema is there; at once from then on. */
    public Uni<Void> whenReady() {
        return Uni.createFrom().completionStage(() -> ready);
    }

    void start(@Observes StartupEvent event) {
        if (config.train()) {
            return;
        }
        conditions.away(NAME, "not migrated yet");
        Thread.ofPlatform().name("migration").daemon().start(this::migrate);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        ready.completeExceptionally(new CancellationException("the service stops"));
    }

    private void migrate() {
        long pause = config.records().firstPause().toMillis();
        while (!ready.isDone()) {
            try {
                flyway.migrate();
                conditions.there(NAME);
                ready.complete(null);
            } catch (RuntimeException failure) {
                conditions.away(NAME, reason(failure));
                pause = Math.min(pause * 2, config.records().longestPause().toMillis());
                if (pauseEnds(pause)) {
                    return;
                }
            }
        }
    }

    /** Whether the service was stopped meanwhile. */
    private boolean pauseEnds(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String reason(RuntimeException failure) {
        LOG.debug("migration failed", failure);
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return (Outages.isOutage(failure) ? "not reachable: " : "schema not usable: ") + cause.getMessage();
    }
}
