package dev.warren.memory.community.keeping;

import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.undo.UndoConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Deletes for good what was removed some time ago, events that are over, and deeds that cannot be taken back any more. */
@ApplicationScoped
class CommunitySweep {
    private static final String DELETE =
            "DELETE FROM %s WHERE ctid = ANY(ARRAY(SELECT ctid FROM %s WHERE %s < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))";

    /** Rows of a table that have had their time, counted from a column. */
    private record Had(String table, String since, Duration kept) {}

    private final CommunityConfig config;
    private final UndoConfig undo;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    CommunitySweep(
            CommunityConfig config,
            UndoConfig undo,
            RuntimeConfig runtime,
            Pool pool,
            Readiness readiness,
            InstantSource clock) {
        this.config = config;
        this.undo = undo;
        this.runtime = runtime;
        this.pool = pool;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("community sweep", config.sweepEvery(), () -> sweep(clock.instant())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** As many bounded transactions as it takes. Replicas may do so at the same time. */
    Uni<Void> sweep(Instant now) {
        var drafts = config.calendar().questionStands();
        var due = List.of(
                new Had("deed", "at", undo.within()),
                new Had("contribution", "removed_at", config.kept()),
                new Had("suggestion", "removed_at", config.kept()),
                new Had("calendar_event", "removed_at", config.kept()),
                new Had("calendar_event", "ends_at", config.kept()),
                new Had("calendar_event", "draft AND made_at", drafts),
                new Had("calendar_import", "at", drafts));
        return readiness
                .whenReady()
                .chain(() -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(it -> delete(it, now))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Integer> delete(Had had, Instant now) {
        var statement = DELETE.formatted(had.table(), had.table(), had.since());
        return Uni.createFrom()
                .deferred(() -> pool.preparedQuery(statement)
                        .execute(Tuple.of(now.minus(had.kept()).atOffset(ZoneOffset.UTC), config.sweepBatch()))
                        .map(RowSet::rowCount))
                .repeat()
                .whilst(deleted -> deleted >= config.sweepBatch())
                .collect()
                .last();
    }
}
