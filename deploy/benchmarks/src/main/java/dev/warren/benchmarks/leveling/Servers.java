package dev.warren.benchmarks.leveling;

import dev.warren.local.EmbeddedKafka;
import dev.warren.local.EmbeddedPostgres;
import dev.warren.local.EmbeddedRedis;
import dev.warren.local.FreePorts;
import dev.warren.local.ServerOptions;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Servers of the bench's own: a broker for each order of the facts, PostgreSQL that flushes what it commits, and Redis. */
final class Servers implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;

    Servers() throws IOException {
        folder = Files.createTempDirectory("warren-bench-leveling");
        postgres = EmbeddedPostgres.start(options("postgres"));
        redis = EmbeddedRedis.start(options("redis"));
    }

    private ServerOptions options(String name) {
        return new ServerOptions(FreePorts.any(), folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    /** A broker with all topics, and these facts in theirs. */
    EmbeddedKafka kafka(String name, Stream<ProducerRecord<String, byte[]>> facts)
            throws InterruptedException, ExecutionException {
        var kafka = EmbeddedKafka.start(options(name));
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            admin.createTopics(Topics.all().stream()
                            .map(topic -> new NewTopic(
                                    topic.name(), topic.equals(Topics.FACTS) ? topic.partitions() : 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        publish(kafka.bootstrapServers(), facts);
        return kafka;
    }

    /** Not idempotent: on a topic just made, a sequence's first batch may meet no leader, be overtaken, and never be taken. */
    private static void publish(String kafka, Stream<ProducerRecord<String, byte[]>> facts) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                131_072,
                "enable.idempotence",
                false);
        var failed = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            facts.forEach(record -> producer.send(record, (_, failure) -> {
                if (failure != null) {
                    failed.set(failure);
                }
            }));
            producer.flush();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("not all facts were published", failed.get());
        }
    }

    /** A connection to a database, which is made where there is none. */
    Connection database(String name) throws SQLException {
        postgres.ensureDatabase(name);
        return DriverManager.getConnection(
                "jdbc:" + postgres.url(name), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }

    /** What tells a service where they are. */
    Map<String, String> environment(EmbeddedKafka kafka, String database) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "DATABASE_URL", postgres.url(database),
                "DATABASE_USER", EmbeddedPostgres.USER,
                "DATABASE_PASSWORD", EmbeddedPostgres.PASSWORD,
                "REDIS_URL", redis.url(),
                "QUARKUS_HTTP_PORT", String.valueOf(FreePorts.any()),
                "MALLOC_ARENA_MAX", "2");
    }

    @Override
    public void close() throws IOException {
        redis.close();
        postgres.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
