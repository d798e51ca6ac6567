package dev.warren.runtime.testing;

import dev.warren.local.TestServers;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Gives a {@code @QuarkusTest} real Kafka with all of Warren's topics, a fresh PostgreSQL database, and Redis. */
public final class WarrenServers implements QuarkusTestResourceLifecycleManager {
    private static final short ONE_REPLICA = 1;
    /** Enough to have more than one; the whole 24 of each topic would take a broker 20 seconds to make. */
    private static final int FEW = 3;

    @Override
    public Map<String, String> start() {
        var servers = TestServers.shared();
        createTopics(servers.kafkaBootstrapServers());
        var database = servers.databaseUrl("test");
        return Map.of(
                // the build and the tests have properties of their own beside the service's settings
                "smallrye.config.mapping.validate-unknown", "false",
                "kafka.bootstrap.servers", servers.kafkaBootstrapServers(),
                "quarkus.datasource.reactive.url", database,
                "quarkus.datasource.jdbc.url", "jdbc:" + database,
                "quarkus.datasource.username", servers.databaseUser(),
                "quarkus.datasource.password", servers.databasePassword(),
                "warren.redis.url", servers.redisUrl(),
                "warren.test.kafka", servers.kafkaBootstrapServers());
    }

    /** Makes those of Warren's topics that are not there yet, with few partitions. */
    public static void createTopics(String bootstrapServers) {
        var all = Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), Math.min(topic.partitions(), FEW), ONE_REPLICA)
                        .configs(Map.of("cleanup.policy", topic.compacted() ? "compact" : "delete")))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            var there = admin.listTopics().names().get();
            admin.createTopics(all.stream()
                            .filter(topic -> !there.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        }
    }

    @Override
    public void stop() {
        // the servers are the JVM's; they stop with it
    }
}
