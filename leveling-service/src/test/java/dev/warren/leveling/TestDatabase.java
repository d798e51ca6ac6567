package dev.warren.leveling;

import dev.warren.local.TestServers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** A fresh database with this service's schema, for tests of the stores alone. */
public final class TestDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public TestDatabase() {
        var servers = TestServers.shared();
        var url = servers.databaseUrl("leveling");
        Flyway.configure()
                .dataSource("jdbc:" + url, servers.databaseUser(), servers.databasePassword())
                .locations("db/runtime", "db/migration")
                .load()
                .migrate();
        var options = PgConnectOptions.fromUri(url)
                .setUser(servers.databaseUser())
                .setPassword(servers.databasePassword())
                .setCachePreparedStatements(true)
                .addProperty("plan_cache_mode", "force_custom_plan");
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    public Pool pool() {
        return pool;
    }

    /** Does the work in a transaction of its own and waits for it. */
    public <R> R transact(Function<SqlConnection, Uni<R>> work) {
        return await(pool.withTransaction(work));
    }

    public static <R> R await(Uni<R> work) {
        return work.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        await(pool.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
