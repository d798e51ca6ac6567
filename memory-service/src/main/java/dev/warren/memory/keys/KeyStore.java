package dev.warren.memory.keys;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Wrapped keys in a database of their own. */
@ApplicationScoped
class KeyStore {
    private static final String MASTER = "SELECT version, proof FROM master_key";
    private static final String FIRST = "INSERT INTO master_key (version, proof) VALUES (1, $1) ON CONFLICT DO NOTHING";
    private static final String COUNT = "SELECT count(*) FROM data_key";
    private static final String FIND = """
            SELECT k.member, k.generation, k.wrapped FROM data_key AS k
            JOIN unnest($1::bigint[], $2::integer[]) AS w (member, generation) USING (member, generation)""";

    /** Not while a rotation runs, nor under a master key that was rotated away. */
    private static final String ADD = """
            INSERT INTO data_key (member, generation, version, wrapped)
            SELECT n.member, n.generation, m.version, n.wrapped
            FROM (SELECT version FROM master_key WHERE version = $1 FOR SHARE) AS m,
                unnest($2::bigint[], $3::integer[], $4::bytea[]) AS n (member, generation, wrapped)
            ORDER BY n.member, n.generation
            ON CONFLICT DO NOTHING RETURNING member, generation""";

    private static final String DESTROY = "DELETE FROM data_key WHERE member = $1 AND generation <= $2";
    private static final String LOCK = "SELECT version, proof FROM master_key FOR UPDATE";
    private static final String RENEW = "UPDATE master_key SET version = $1, proof = $2";
    private static final String OLD = """
            SELECT member, generation, wrapped FROM data_key WHERE version < $1
            ORDER BY member, generation LIMIT $2 FOR UPDATE""";
    private static final String REWRAP = """
            UPDATE data_key SET wrapped = n.wrapped, version = $1
            FROM unnest($2::bigint[], $3::integer[], $4::bytea[]) AS n (member, generation, wrapped)
            WHERE data_key.member = n.member AND data_key.generation = n.generation""";

    private final Pool pool;

    KeyStore(@ReactiveDataSource("keys") Pool pool) {
        this.pool = pool;
    }

    /** The version of the master key in use, and what proves it. */
    record Master(int version, byte[] proof) {}

    Uni<Optional<Master>> master() {
        return pool.query(MASTER).execute().map(KeyStore::master);
    }

    private static Optional<Master> master(RowSet<Row> rows) {
        for (var row : rows) {
            return Optional.of(
                    new Master(row.getInteger("version"), row.getBuffer("proof").getBytes()));
        }
        return Optional.empty();
    }

    Uni<Void> first(byte[] proof) {
        return pool.preparedQuery(FIRST).execute(Tuple.of(Buffer.buffer(proof))).replaceWithVoid();
    }

    Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Map<KeyId, byte[]>> find(Collection<KeyId> ids) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.from(new Object[] {members(ids), generations(ids)}))
                .map(KeyStore::wrapped);
    }

    private static Map<KeyId, byte[]> wrapped(RowSet<Row> rows) {
        var found = new HashMap<KeyId, byte[]>();
        for (var row : rows) {
            found.put(
                    new KeyId(row.getLong("member"), row.getInteger("generation")),
                    row.getBuffer("wrapped").getBytes());
        }
        return found;
    }

    /** Stores new keys, and gives those that were; the others are there already, or the master key is another by now. */
    Uni<List<KeyId>> add(int version, Map<KeyId, byte[]> wrapped) {
        var ids = List.copyOf(wrapped.keySet());
        return pool.preparedQuery(ADD).execute(keys(version, ids, wrapped)).map(rows -> {
            var added = new ArrayList<KeyId>();
            rows.forEach(row -> added.add(new KeyId(row.getLong("member"), row.getInteger("generation"))));
            return added;
        });
    }

    private static Tuple keys(int version, List<KeyId> ids, Map<KeyId, byte[]> wrapped) {
        var bytes = ids.stream()
                .map(id -> Buffer.buffer(wrapped.getOrDefault(id, new byte[0])))
                .toArray(Buffer[]::new);
        return Tuple.from(new Object[] {version, members(ids), generations(ids), bytes});
    }

    private static Long[] members(Collection<KeyId> ids) {
        return ids.stream().map(KeyId::member).toArray(Long[]::new);
    }

    private static Integer[] generations(Collection<KeyId> ids) {
        return ids.stream().map(KeyId::generation).toArray(Integer[]::new);
    }

    /** Destroys a member's key, and those before it. */
    Uni<Void> destroy(KeyId id) {
        return pool.preparedQuery(DESTROY)
                .execute(Tuple.of(id.member(), id.generation()))
                .replaceWithVoid();
    }

    /** Does this while nobody else adds or rotates keys: all of it, or nothing. */
    <T> Uni<T> rotating(Function<Rotating, Uni<T>> work) {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                // the master key may be on a disk, or at the other end of a network
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(rows -> work.apply(new Rotating(tx, master(rows).orElseThrow()))));
    }

    /** The store in the hands of a rotation. */
    record Rotating(SqlConnection tx, Master before) {
        Uni<Void> renew(int version, byte[] proof) {
            return run(tx, RENEW, Tuple.of(version, Buffer.buffer(proof)));
        }

        /** Some of those that an earlier master key wrapped. */
        Uni<Map<KeyId, byte[]>> old(int version, int most) {
            return tx.preparedQuery(OLD).execute(Tuple.of(version, most)).map(KeyStore::wrapped);
        }

        Uni<Void> rewrap(int version, Map<KeyId, byte[]> wrapped) {
            return run(tx, REWRAP, keys(version, List.copyOf(wrapped.keySet()), wrapped));
        }

        private static Uni<Void> run(SqlClient client, String sql, Tuple values) {
            return client.preparedQuery(sql).execute(values).replaceWithVoid();
        }
    }
}
