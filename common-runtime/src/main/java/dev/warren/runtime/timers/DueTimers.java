package dev.warren.runtime.timers;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.runtime.inbox.RecordedOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Claims due timers, publishes their records, and deletes them after the acknowledgement. Replicas share the work by locked rows. */
@ApplicationScoped
public class DueTimers {
    private static final String CLAIM = """
            SELECT id, due_at, record FROM timer
            WHERE due_at <= $1 AND NOT EXISTS (SELECT 1 FROM left_guild WHERE left_guild.guild = timer.guild)
            ORDER BY due_at LIMIT $2 FOR UPDATE OF timer SKIP LOCKED""";
    private static final String DELETE = "DELETE FROM timer WHERE id = ANY($1)";
    private static final String NEXT = """
            SELECT min(due_at) AS due_at FROM timer
            WHERE NOT EXISTS (SELECT 1 FROM left_guild WHERE left_guild.guild = timer.guild)""";

    private final RuntimeConfig config;
    private final Pool pool;
    private final KafkaEventPublisher publisher;
    private final Timer lag;
    private final RecordedOutcome outcomes = new RecordedOutcome();

    DueTimers(RuntimeConfig config, Pool pool, KafkaEventPublisher publisher, MeterRegistry meters) {
        this.config = config;
        this.pool = pool;
        this.publisher = publisher;
        this.lag = Timer.builder("warren.timers.lag")
                .description("how late timers are published")
                .register(meters);
    }

    /** Publishes a batch of what is due; completes with how many there were. */
    public Uni<Integer> publish(Instant now) {
        return pool.withTransaction(tx -> tx.preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), config.timers().batch()))
                .chain(due -> due.size() == 0 ? Uni.createFrom().item(0) : publish(tx, due, now)));
    }

    private Uni<Integer> publish(SqlConnection tx, RowSet<Row> due, Instant now) {
        var ids = new ArrayList<String>();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var row : due) {
            ids.add(row.getString("id"));
            records.addAll(outcomes.read(row.getString("record")));
            lag.record(Duration.between(row.getOffsetDateTime("due_at").toInstant(), now));
        }
        return publisher
                .publishEncoded(records)
                .ifNoItem()
                .after(config.timers().patience())
                .failWith(() -> new TimeoutException("due records were not acknowledged in time"))
                .chain(() -> tx.preparedQuery(DELETE).execute(Tuple.of(ids.toArray(String[]::new))))
                .replaceWith(ids.size());
    }

    /** When the next timer of all is due. */
    Uni<Optional<Instant>> next() {
        return pool.query(NEXT)
                .execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("due_at"))
                        .map(OffsetDateTime::toInstant));
    }
}
