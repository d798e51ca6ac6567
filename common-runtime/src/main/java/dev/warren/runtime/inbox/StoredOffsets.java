package dev.warren.runtime.inbox;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Database;
import dev.warren.runtime.lifecycle.Every;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where each partition was read up to, in the service's own database: a restored backup thus continues where it stood. Offsets of
 * effects are written in their transaction; those of records that concern nobody here are written now and then.
 */
@ApplicationScoped
public class StoredOffsets {
    private static final String ADVANCE = """
            INSERT INTO consumed_offset (topic, partition, next_offset)
            SELECT topic, partition, next_offset
            FROM json_to_recordset(cast(cast(%s AS text) AS json)) AS read(topic text, partition int, next_offset bigint)
            ORDER BY topic, partition
            ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset""";
    private static final String ADVANCE_BY_CLIENT = ADVANCE.formatted("$1");
    private static final String ADVANCE_BY_SESSION = ADVANCE.formatted("?1");
    private static final Duration LAST_FLUSH = Duration.ofSeconds(2);

    private final Pool pool;
    private final Database database;
    private final RuntimeConfig config;
    private final Map<TopicPartition, Long> passed = new ConcurrentHashMap<>();
    private Optional<Every> flushing = Optional.empty();

    StoredOffsets(Pool pool, Database database, RuntimeConfig config) {
        this.pool = pool;
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.train()) {
            flushing = Optional.of(Every.start("offsets", config.records().offsetFlush(), this::flush));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        flushing.ifPresent(Every::close);
        if (!passed.isEmpty() && database.isReady()) {
            flush().ifNoItem()
                    .after(LAST_FLUSH)
                    .fail()
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    /** Advances the offsets past these records, in the caller's transaction. */
    public Uni<Void> advance(SqlConnection tx, Collection<ConsumerRecord<String, byte[]>> records) {
        return advance(tx, nextOffsets(records));
    }

    private static Uni<Void> advance(SqlClient client, Map<TopicPartition, Long> next) {
        return client.preparedQuery(ADVANCE_BY_CLIENT)
                .execute(Tuple.of(json(next)))
                .replaceWithVoid();
    }

    /** Advances the offsets past these records, in the caller's transaction. */
    Uni<Void> advance(Mutiny.StatelessSession tx, Collection<ConsumerRecord<String, byte[]>> records) {
        return tx.createNativeQuery(ADVANCE_BY_SESSION)
                .setParameter(1, json(nextOffsets(records)))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** All of these records are dealt with; what no transaction of theirs has written is written soon. */
    void passed(Iterable<ConsumerRecord<String, byte[]>> records) {
        passed.putAll(nextOffsets(records));
    }

    private Uni<Void> flush() {
        var now = new HashMap<>(passed);
        if (now.isEmpty() || !database.isReady()) {
            return Uni.createFrom().voidItem();
        }
        return advance(pool, now).invoke(() -> now.forEach(passed::remove));
    }

    /** The next offset of each partition that was ever read, as the database has it. */
    Uni<Map<TopicPartition, Long>> stored() {
        return database.whenReady().chain(() -> stored(pool));
    }

    /** The offsets after these records. */
    private static Map<TopicPartition, Long> nextOffsets(Iterable<ConsumerRecord<String, byte[]>> records) {
        var next = new HashMap<TopicPartition, Long>();
        for (var record : records) {
            next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
        }
        return next;
    }

    private static String json(Map<TopicPartition, Long> next) {
        var rows = new JsonArray();
        next.forEach((partition, offset) -> rows.add(new JsonObject()
                .put("topic", partition.topic())
                .put("partition", partition.partition())
                .put("next_offset", offset)));
        return rows.encode();
    }

    private static Uni<Map<TopicPartition, Long>> stored(SqlClient client) {
        return client.query("SELECT topic, partition, next_offset FROM consumed_offset")
                .execute()
                .map(rows -> {
                    var offsets = new HashMap<TopicPartition, Long>();
                    for (var row : rows) {
                        offsets.put(
                                new TopicPartition(row.getString("topic"), row.getInteger("partition")),
                                row.getLong("next_offset"));
                    }
                    return offsets;
                });
    }
}
