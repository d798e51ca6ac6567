package dev.warren.leveling.benchmark;

import dev.warren.local.EmbeddedKafka;
import dev.warren.local.EmbeddedPostgres;
import dev.warren.local.EmbeddedRedis;
import dev.warren.local.FreePorts;
import dev.warren.local.ServerOptions;
import dev.warren.runtime.events.EventCodec;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Facts from the topic into PostgreSQL (fsync on) by the packaged service in its own JVM, against the bare upsert of the same facts.
 *
 * <p>Arguments: path of {@code quarkus-run.jar}, number of facts, further arguments for the service's JVM.
 */
public final class DrainBenchmark {
    private static final int PER_STATEMENT = 500;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private DrainBenchmark() {}

    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        long count = Long.parseLong(arguments[1]);
        var load = new FactLoad(count, 20_000, 10_000, Instant.now().minus(Duration.ofDays(1)));
        var folder = Files.createTempDirectory("warren-drain");
        try (var kafka = EmbeddedKafka.start(options(folder, "kafka"));
                var postgres = EmbeddedPostgres.start(options(folder, "postgres"));
                var redis = EmbeddedRedis.start(options(folder, "redis"))) {
            topics(kafka.bootstrapServers());
            publish(kafka.bootstrapServers(), load);
            System.out.printf("%d records published%n", count);
            double bare = bare(postgres, load);
            postgres.ensureDatabase("leveling");
            try (var connection = connect(postgres, "leveling")) {
                var environment = Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "DATABASE_URL", postgres.url("leveling"),
                        "DATABASE_USER", EmbeddedPostgres.USER,
                        "DATABASE_PASSWORD", EmbeddedPostgres.PASSWORD,
                        "REDIS_URL", redis.url(),
                        "QUARKUS_HTTP_PORT", String.valueOf(FreePorts.any()));
                drain(arguments, environment, connection, count, bare, postgres.process());
            }
        }
    }

    private static ServerOptions options(Path folder, String name) {
        return new ServerOptions(FreePorts.any(), folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    private static double bare(EmbeddedPostgres postgres, FactLoad load) throws SQLException {
        postgres.ensureDatabase("bare");
        try (var connection = connect(postgres, "bare")) {
            double rate = load.count()
                    / seconds(BareUpsert.run(connection, load.facts().iterator(), PER_STATEMENT));
            System.out.printf(
                    "bare upsert of %d a statement: %.0f facts/s, %d rows%n",
                    PER_STATEMENT, rate, number(connection, "SELECT count(*) FROM bare_award"));
            return rate;
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + postgres.url(database), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }

    private static void topics(String kafka) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka))) {
            var topics = Topics.all().stream()
                    .map(topic ->
                            new NewTopic(topic.name(), topic.equals(Topics.FACTS) ? topic.partitions() : 1, (short) 1))
                    .toList();
            admin.createTopics(topics)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /** Not idempotent: on a topic just made, a sequence's first batch may meet no leader, be overtaken, and never be taken. */
    private static void publish(String kafka, FactLoad load) {
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
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var failed = new AtomicReference<@Nullable Exception>();
            load.records(new EventCodec())
                    .forEach(record -> producer.send(record, (metadata, failure) -> {
                        if (failure != null) {
                            failed.set(failure);
                        }
                    }));
            producer.flush();
            if (failed.get() != null) {
                throw new IllegalStateException("not all facts were published", failed.get());
            }
        }
    }

    private static void drain(
            String[] arguments,
            Map<String, String> environment,
            Connection connection,
            long count,
            double bare,
            ProcessHandle postgres)
            throws IOException, SQLException, InterruptedException {
        var command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(arguments).subList(2, arguments.length));
        command.addAll(List.of("-jar", arguments[0]));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        var service = builder.start();
        try {
            var begun = await(connection, 1, service);
            var cpuBefore = new double[] {cpu(service.toHandle()), cpu(postgres)};
            var ended = await(connection, count, service);
            double took = seconds(Duration.between(begun.at(), ended.at()));
            double rate = (ended.facts() - begun.facts()) / took;
            double serviceCpu = cpu(service.toHandle()) - cpuBefore[0];
            System.out.printf(
                    "service: %.0f facts/s, %.2f of the bare upsert; its CPU %.1f µs a fact, PostgreSQL's %.1f; resident %s at most%n",
                    rate,
                    rate / bare,
                    serviceCpu * 1e6 / (ended.facts() - begun.facts()),
                    (cpu(postgres) - cpuBefore[1]) * 1e6 / (ended.facts() - begun.facts()),
                    peak(service.pid()));
            System.out.printf(
                    "rows: %d awards, totals %d, sum of awards %d%n",
                    number(connection, "SELECT count(*) FROM minute_award"),
                    number(connection, "SELECT sum(xp) FROM member_progress"),
                    number(connection, "SELECT sum(xp) FROM minute_award"));
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private record Progress(Instant at, long facts) {}

    private static Progress await(Connection connection, long wanted, Process service) throws SQLException {
        var giveUpAt = Instant.now().plus(PATIENCE);
        long told = 0;
        while (Instant.now().isBefore(giveUpAt) && service.isAlive()) {
            long consumed = consumed(connection);
            if (consumed >= wanted) {
                return new Progress(Instant.now(), consumed);
            }
            if (consumed >= told + 50_000) {
                told = consumed;
                System.out.printf("%s %d consumed%n", Instant.now(), consumed);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new IllegalStateException("facts were not consumed: " + wanted);
    }

    private static long consumed(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM pg_tables WHERE tablename = 'member_progress'") == 0
                ? 0
                : number(
                        connection,
                        "SELECT coalesce(sum(next_offset), 0) FROM consumed_offset WHERE topic = 'discord.facts'");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** CPU seconds of a process and its children. */
    private static double cpu(ProcessHandle process) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants())
                .mapToDouble(one -> one.info()
                        .totalCpuDuration()
                        .map(DrainBenchmark::seconds)
                        .orElse(0.0))
                .sum();
    }

    private static String peak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
