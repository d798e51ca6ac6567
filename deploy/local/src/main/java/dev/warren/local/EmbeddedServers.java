package dev.warren.local;

import java.nio.file.Path;

/** The servers as child processes of this JVM (Kafka inside it), with data in a folder that goes with it. */
final class EmbeddedServers implements Servers {
    private final RunDirectory run;
    private final Lazy<EmbeddedKafka> kafka;
    private final Lazy<EmbeddedPostgres> postgres;
    private final Lazy<EmbeddedRedis> redis;

    EmbeddedServers(Path parent) {
        run = RunDirectory.open(parent);
        kafka = new Lazy<>(() -> EmbeddedKafka.start(options("kafka")));
        postgres = new Lazy<>(() -> {
            var server = EmbeddedPostgres.start(options("postgres"));
            run.record("postgres", server.process(), server.marker());
            return server;
        });
        redis = new Lazy<>(() -> {
            var server = EmbeddedRedis.start(options("redis"));
            run.record("redis", server.process(), server.marker());
            return server;
        });
    }

    private ServerOptions options(String name) {
        return ServerOptions.throwaway(run.path().resolve(name));
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.get().bootstrapServers();
    }

    @Override
    public String postgresAddress() {
        return "127.0.0.1:" + postgres.get().port();
    }

    @Override
    public String redisUrl() {
        return redis.get().url();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        redis.close();
        run.close();
    }
}
