package dev.warren.runtime.inbox;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Database;
import dev.warren.runtime.lifecycle.Every;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes recorded outcomes that are too old, and blanks the content of those that may stay. Replicas may do so at the same time. */
@ApplicationScoped
public class InboxSweep {
    private static final String DELETE = """
            DELETE FROM inbox WHERE event_id IN (
                SELECT event_id FROM inbox WHERE handled_at < $1
                ORDER BY handled_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";
    private static final String FIND_CONTENT = """
            SELECT event_id, outcome FROM inbox WHERE has_content AND handled_at < $1
            ORDER BY handled_at LIMIT $2 FOR UPDATE SKIP LOCKED""";
    private static final String BLANK = """
            UPDATE inbox SET outcome = blanked.outcome, has_content = false
            FROM unnest($1::text[], $2::text[]) AS blanked(event_id, outcome)
            WHERE inbox.event_id = blanked.event_id""";

    private final RuntimeConfig config;
    private final Pool pool;
    private final Database database;
    private final InstantSource clock;
    private final RecordedOutcome outcomes = new RecordedOutcome();
    private Optional<Every> rounds = Optional.empty();

    InboxSweep(RuntimeConfig config, Pool pool, Database database, InstantSource clock) {
        this.config = config;
        this.pool = pool;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!config.train()) {
            rounds = Optional.of(Every.start("inbox sweep", config.commands().sweepEvery(), this::sweep));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** One sweep: as many bounded transactions as it takes. */
    public Uni<Void> sweep() {
        var commands = config.commands();
        var now = clock.instant();
        return database.whenReady()
                .chain(() -> untilDone(() -> delete(now.minus(commands.inboxRetention()))))
                .chain(() -> untilDone(() -> blank(now.minus(commands.contentRetention()))));
    }

    private Uni<Void> untilDone(Supplier<Uni<? extends Integer>> step) {
        var batch = config.commands().sweepBatch();
        return Uni.createFrom()
                .deferred(step)
                .repeat()
                .whilst(done -> done >= batch)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> delete(Instant before) {
        return pool.preparedQuery(DELETE).execute(bounds(before)).map(RowSet::rowCount);
    }

    private Uni<Integer> blank(Instant before) {
        return pool.withTransaction(tx -> tx.preparedQuery(FIND_CONTENT)
                .execute(bounds(before))
                .chain(found -> found.size() == 0 ? Uni.createFrom().item(0) : blank(tx, found)));
    }

    private Uni<Integer> blank(SqlConnection tx, RowSet<Row> found) {
        var ids = new ArrayList<String>();
        var blanked = new ArrayList<String>();
        for (var row : found) {
            ids.add(row.getString("event_id"));
            blanked.add(outcomes.blank(row.getString("outcome")));
        }
        return tx.preparedQuery(BLANK)
                .execute(Tuple.of(ids.toArray(String[]::new), blanked.toArray(String[]::new)))
                .map(RowSet::rowCount);
    }

    private Tuple bounds(Instant before) {
        return Tuple.of(before.atOffset(ZoneOffset.UTC), config.commands().sweepBatch());
    }
}
