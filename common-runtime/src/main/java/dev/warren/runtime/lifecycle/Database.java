package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.runtime.trouble.Outages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jboss.logging.Logger;

/**
 * Migrates the service's database at start, waiting for it as long as it takes, and looks after it from then on.
 *
 * <p>A newer build may have migrated it already: expanding steps are borne, since old replicas still run. A step whose description
 * begins with {@code contract} takes away what this build needs, so it does not begin to work.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final String NAME = "postgresql";

    private final Flyway flyway;
    private final Pool pool;
    private final RuntimeConfig config;
    private final Conditions conditions;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<Every> probing = Optional.empty();

    Database(Flyway flyway, Pool pool, RuntimeConfig config, Conditions conditions) {
        this.flyway = flyway;
        this.pool = pool;
        this.config = config;
        this.conditions = conditions;
    }

    /** Completes when the schema is there; at once from then on. */
    public Uni<Void> whenReady() {
        return Uni.createFrom().completionStage(() -> ready);
    }

    /** Whether the schema is there. */
    public boolean isReady() {
        return ready.isDone() && !ready.isCompletedExceptionally();
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
        probing.ifPresent(Every::close);
        ready.completeExceptionally(new CancellationException("the service stops"));
    }

    private void migrate() {
        long pause = config.records().firstPause().toMillis();
        while (!ready.isDone()) {
            try {
                flyway.migrate();
                var contracted = contracted();
                if (contracted.isEmpty()) {
                    conditions.there(NAME);
                    probing = Optional.of(Every.start("postgresql", config.probe(), this::probe));
                    ready.complete(null);
                    return;
                }
                conditions.away(NAME, "schema is newer than this build: " + contracted.get());
            } catch (RuntimeException failure) {
                conditions.away(NAME, reason(failure));
            }
            pause = Math.min(pause * 2, config.records().longestPause().toMillis());
            if (stopsWithin(pause)) {
                return;
            }
        }
    }

    /** The newest step that an other build made and that takes something away. */
    private Optional<String> contracted() {
        return Arrays.stream(flyway.info().applied())
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS)
                .filter(step -> step.getDescription().startsWith("contract"))
                .reduce((_, last) -> last)
                .map(Database::name);
    }

    private static String name(MigrationInfo step) {
        return step.getVersion() + " " + step.getDescription();
    }

    private Uni<Void> probe() {
        return pool.query("SELECT 1")
                .execute()
                .ifNoItem()
                .after(config.probe())
                .failWith(() -> new TimeoutException("no answer within " + config.probe()))
                .invoke(() -> conditions.there(NAME))
                .onFailure()
                .invoke(failure -> conditions.away(NAME, reason(failure)))
                .replaceWithVoid();
    }

    /** Whether the service is stopped within this time. */
    private boolean stopsWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String reason(Throwable failure) {
        LOG.debug("database", failure);
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var words = Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(cause.getClass().getSimpleName());
        return (Outages.isOutage(failure) ? "not reachable: " : "schema not usable: ") + words;
    }
}
