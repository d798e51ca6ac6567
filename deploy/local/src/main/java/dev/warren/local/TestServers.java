package dev.warren.local;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.testcontainers.DockerClientFactory;

/**
 * Kafka, PostgreSQL and Redis for the tests of one JVM. Each is started when it is first asked for and shared by all
 * tests of the JVM: in a container where a Docker API answers, embedded otherwise. Tests do not see which.
 *
 * <p>{@code WARREN_TEST_SERVERS} decides by force: {@code embedded}, {@code containers}, or {@code auto} (the default).
 * {@code WARREN_TEST_KAFKA_IMAGE}, {@code WARREN_TEST_POSTGRES_IMAGE} and {@code WARREN_TEST_REDIS_IMAGE} name the images.
 */
public final class TestServers implements AutoCloseable {
    private static final long ADMIN_TIMEOUT_SECONDS = 60;

    private final Servers servers;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServers(Servers servers) {
        this.servers = servers;
    }

    /** The servers of this JVM; they stop with it. */
    public static TestServers shared() {
        return Shared.SERVERS;
    }

    /** Servers of its own for a test that stops or breaks them; the caller closes them. */
    public static TestServers fresh() {
        return new TestServers(choose(System.getenv(), RunDirectory.sharedParent()));
    }

    static Servers choose(Map<String, String> environment, Path parent) {
        QuietLogs.install();
        var choice = environment.getOrDefault("WARREN_TEST_SERVERS", "auto");
        return switch (choice) {
            case "embedded" -> new EmbeddedServers(parent);
            case "containers" -> new ContainerServers(environment);
            case "auto" ->
                DockerClientFactory.instance().isDockerAvailable()
                        ? new ContainerServers(environment)
                        : new EmbeddedServers(parent);
            default ->
                throw new IllegalArgumentException(
                        "WARREN_TEST_SERVERS must be embedded, containers or auto: " + choice);
        };
    }

    public String kafkaBootstrapServers() {
        return servers.kafkaBootstrapServers();
    }

    /**
     * Makes a fresh, empty database.
     *
     * @param name what it is for, lower-case letters; a number is added to it
     * @return {@code postgresql://host:port/database}, for {@link #databaseUser()} with {@link #databasePassword()}
     */
    public String databaseUrl(String name) {
        var prefix = "postgresql://" + servers.postgresAddress() + "/";
        var database = name + "_" + databases.incrementAndGet();
        EmbeddedPostgres.ensureDatabase(prefix + "postgres", databaseUser(), databasePassword(), database);
        return prefix + database;
    }

    public String databaseUser() {
        return EmbeddedPostgres.USER;
    }

    public String databasePassword() {
        return EmbeddedPostgres.PASSWORD;
    }

    public String redisUrl() {
        return servers.redisUrl();
    }

    /** Whether the servers run in containers. */
    public boolean inContainers() {
        return switch (servers) {
            case ContainerServers _ -> true;
            case EmbeddedServers _ -> false;
        };
    }

    /** Makes those topics that do not exist yet, and returns when the broker serves them. */
    public void createTopics(Collection<NewTopic> topics) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafkaBootstrapServers()))) {
            for (var result : admin.createTopics(topics).values().values()) {
                ignoreExisting(result.toCompletionStage().toCompletableFuture());
            }
        }
    }

    private static void ignoreExisting(CompletableFuture<?> result) {
        try {
            result.get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("a topic could not be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        }
    }

    @Override
    public void close() {
        servers.close();
    }

    private static final class Shared {
        private static final TestServers SERVERS = start();

        private Shared() {}

        private static TestServers start() {
            var servers = fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-test-servers"));
            return servers;
        }
    }
}
