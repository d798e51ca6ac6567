package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.local.TestServers;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicCreationIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void run_twice_makesEveryTopicAsDescribedOnce() throws Exception {
        // Given
        var bootstrap = TestServers.shared().kafkaBootstrapServers();

        // When
        assertThat(TopicCreation.run(bootstrap, TIMEOUT)).isEmpty();
        assertThat(TopicCreation.run(bootstrap, TIMEOUT)).isEmpty();

        // Then
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrap))) {
            var names = Topics.all().stream().map(Topic::name).toList();
            var described = admin.describeTopics(names).allTopicNames().get(60, TimeUnit.SECONDS);
            assertThat(Topics.all())
                    .allSatisfy(topic -> assertThat(described.get(topic.name()))
                            .satisfies(found -> assertThat(found.partitions()).hasSize(topic.partitions())));
            assertThat(policy(admin, "bot.receipts")).isEqualTo("compact,delete");
            assertThat(policy(admin, "bot.settings")).isEqualTo("compact");
            assertThat(policy(admin, "bot.settings.history")).isEqualTo("delete");
            assertThat(setting(admin, "bot.settings.history", "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, "bot.answers", "retention.ms")).isEqualTo("86400000");
        }
    }

    @Test
    void run_nobodyListens_saysSoWithinTheTimeout() {
        assertThat(TopicCreation.run("127.0.0.1:1", Duration.ofSeconds(1))).isPresent();
    }

    private static String policy(Admin admin, String topic) throws Exception {
        return setting(admin, topic, "cleanup.policy");
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var configs = admin.describeConfigs(List.of(resource)).all().get(60, TimeUnit.SECONDS);
        return configs.values().iterator().next().get(name).value();
    }
}
