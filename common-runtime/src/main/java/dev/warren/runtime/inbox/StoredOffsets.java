package dev.warren.runtime.inbox;

import dev.warren.runtime.lifecycle.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where each partition was read up to, in the service's own database: a restored backup thus continues where it stood.
 */
@ApplicationScoped
@Default
public class StoredOffsets {
    private static final String ADVANCE = """
            INSERT INTO consumed_offset AS held (topic, partition, next_offset)
            SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[]) ORDER BY 1, 2
            ON CONFLICT (topic, partition) DO UPDATE
            SET next_offset = greatest(held.next_offset, excluded.next_offset)""";

    private final Pool pool;
    private final Database database;

    StoredOffsets(Pool pool, Database database) {
        this.pool = pool;
        this.database = database;
    }

    /** Advances the offsets past these records, in the caller's transaction. */
    public Uni<Void> advance(SqlConnection tx, Collection<ConsumerRecord<String, byte[]>> records) {
        var next = nextOffsets(records);
        return tx.preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        next.keySet().stream().map(NextKey::topic).toArray(String[]::new),
                        next.keySet().stream().map(NextKey::partition).toArray(Integer[]::new),
                        next.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** The offsets after these records, in order of topic and partition. */
    static Map<NextKey, Long> nextOffsets(Collection<ConsumerRecord<String, byte[]>> records) {
        var next = new TreeMap<NextKey, Long>();
        for (var record : records) {
            next.merge(new NextKey(record.topic(), record.partition()), record.offset() + 1, Math::max);
        }
        return next;
    }

    record NextKey(String topic, int partition) implements Comparable<NextKey> {
        @Override
        public int compareTo(NextKey other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
        }
    }

    /** The next offset of each partition that was ever read, as the database has it. */
    Uni<Map<TopicPartition, Long>> stored() {
        return database.whenReady().chain(() -> stored(pool));
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
