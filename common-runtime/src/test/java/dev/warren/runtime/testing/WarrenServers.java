package dev.warren.runtime.testing;

import dev.warren.local.TestServers;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** Gives a {@code @QuarkusTest} real Kafka with all of Warren's topics, a fresh PostgreSQL database, and Redis. */
public final class WarrenServers implements QuarkusTestResourceLifecycleManager {
    private static final short ONE_REPLICA = 1;
    /** Enough to have more than one; the whole 24 of each topic would take a broker 20 seconds to make. */
    private static final int FEW = 3;

    @Override
    public Map<String, String> start() {
        var servers = TestServers.shared();
        servers.createTopics(Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), Math.min(topic.partitions(), FEW), ONE_REPLICA)
                        .configs(Map.of("cleanup.policy", topic.compacted() ? "compact" : "delete")))
                .toList());
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

    @Override
    public void stop() {
        // the servers are the JVM's; they stop with it
    }
}
