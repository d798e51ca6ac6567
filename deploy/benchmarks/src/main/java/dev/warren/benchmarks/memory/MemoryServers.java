package dev.warren.benchmarks.memory;

import dev.warren.local.EmbeddedKafka;
import dev.warren.local.EmbeddedPostgres;
import dev.warren.local.EmbeddedRedis;
import dev.warren.local.FreePorts;
import dev.warren.local.ServerOptions;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

/** Servers of a part's own: a broker, PostgreSQL that flushes what it commits, and Redis. */
final class MemoryServers implements AutoCloseable {
    private static final String DATA = "memory";
    private static final String KEYS = "memory_keys";

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final EmbeddedKafka kafka;

    /** @param wide the topics with all of their partitions; the others have one */
    MemoryServers(Set<Topic<?>> wide) throws IOException, InterruptedException, ExecutionException {
        folder = Files.createTempDirectory("warren-bench-memory");
        postgres = EmbeddedPostgres.start(options("postgres"));
        postgres.ensureDatabase(DATA);
        postgres.ensureDatabase(KEYS);
        redis = EmbeddedRedis.start(options("redis"));
        kafka = EmbeddedKafka.start(options("kafka"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            admin.createTopics(Topics.all().stream()
                            .map(topic -> new NewTopic(
                                    topic.name(), wide.contains(topic) ? topic.partitions() : 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private ServerOptions options(String name) {
        return new ServerOptions(FreePorts.any(), folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    /** Not idempotent: on a topic just made, a sequence's first batch may meet no leader, be overtaken, and never be taken. */
    void publish(Stream<ProducerRecord<String, byte[]>> records) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                kafka(),
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
            records.forEach(record -> producer.send(record, (_, failure) -> {
                if (failure != null) {
                    failed.set(failure);
                }
            }));
            producer.flush();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("not all records were published", failed.get());
        }
    }

    /** A connection to the service's data. */
    Connection data() throws SQLException {
        return connect(DATA);
    }

    /** A connection to members' keys. */
    Connection keys() throws SQLException {
        return connect(KEYS);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + postgres.url(database), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }

    /** What tells an instance of the service where they are. */
    Map<String, String> environment(int port) {
        return new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka(),
                "DATABASE_URL", postgres.url(DATA),
                "KEYS_DATABASE_URL", postgres.url(KEYS),
                "DATABASE_USER", EmbeddedPostgres.USER,
                "DATABASE_PASSWORD", EmbeddedPostgres.PASSWORD,
                "WARREN_MEMORY_MASTER_KEY_FILE",
                        folder.resolve("master-key.json").toString(),
                "REDIS_URL", redis.url(),
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "MALLOC_ARENA_MAX", "2"));
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        redis.close();
        postgres.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
