package dev.warren.embed.feeds;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** When sources are asked, orders carried out, and old notes deleted. */
@ApplicationScoped
class FeedPoller {
    private static final String SWEEP = """
            DELETE FROM feed_item WHERE id IN (
                SELECT id FROM feed_item WHERE found_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)""";
    /** When an order is looked for that is being stored: its transaction ends soon, and if not, the next look finds it. */
    private static final List<Long> SOON_MILLIS = List.of(50L, 200L, 1_000L);

    private final FeedsConfig config;
    private final RuntimeConfig runtime;
    private final FeedRounds rounds;
    private final OrderDesk desk;
    private final Readiness readiness;
    private final InstantSource clock;
    private final Pool pool;
    private final Vertx vertx;
    private List<Every> running = List.of();

    FeedPoller(
            FeedsConfig config,
            RuntimeConfig runtime,
            FeedRounds rounds,
            OrderDesk desk,
            Readiness readiness,
            InstantSource clock,
            Pool pool,
            Vertx vertx) {
        this.config = config;
        this.runtime = runtime;
        this.rounds = rounds;
        this.desk = desk;
        this.readiness = readiness;
        this.clock = clock;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (runtime.train() || !config.enabled()) {
            return;
        }
        running = List.of(
                Every.start(
                        "feeds",
                        config.look(),
                        () -> readiness
                                .whenReady()
                                .chain(() -> rounds.round(clock.instant()))
                                .replaceWithVoid()),
                Every.start("feed orders", config.look(), this::orders),
                Every.start("feed sweep", config.sweepEvery(), () -> sweep(clock.instant())));
    }

    void stop(@Observes ShutdownEvent event) {
        running.forEach(Every::close);
    }

    /** An order is about to be stored. */
    void expect() {
        if (config.enabled()) {
            SOON_MILLIS.forEach(pause -> vertx.setTimer(
                    pause,
                    _ -> orders().subscribe().with(_ -> {}, _ -> {
                        // the next look tries again
                    })));
        }
    }

    private Uni<Void> orders() {
        return readiness.whenReady().chain(() -> desk.round(clock.instant()));
    }

    /** As many bounded transactions as it takes. */
    Uni<Void> sweep(Instant now) {
        return readiness
                .whenReady()
                .chain(() -> Uni.createFrom()
                        .deferred(() -> pool.preparedQuery(SWEEP)
                                .execute(Tuple.of(
                                        now.minus(config.kept()).atOffset(ZoneOffset.UTC), config.sweepBatch()))
                                .map(RowSet::rowCount))
                        .repeat()
                        .whilst(deleted -> deleted >= config.sweepBatch())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
