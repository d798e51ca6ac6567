package dev.warren.cli.supervise;

import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of Warren on a broker. */
final class TopicCreation {
    private TopicCreation() {}

    /**
     * Makes those topics that do not exist yet; what exists is left as it is.
     *
     * @return what went wrong, if anything did
     */
    static Optional<String> run(String bootstrapServers, Duration timeout) {
        var millis = (int) timeout.toMillis();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        try (var admin = Admin.create(settings)) {
            var topics = Topics.all().stream().map(TopicCreation::newTopic).toList();
            for (var result : admin.createTopics(topics).values().values()) {
                var problem = problem(result, timeout);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> problem(KafkaFuture<?> result, Duration timeout) {
        try {
            result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicExistsException
                    ? Optional.empty()
                    : Optional.of(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return Optional.of("no answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    static NewTopic newTopic(Topic<?> topic) {
        var policy = topic.compacted()
                ? topic.retention().isPresent() ? "compact,delete" : TopicConfig.CLEANUP_POLICY_COMPACT
                : TopicConfig.CLEANUP_POLICY_DELETE;
        var retention = topic.retention().map(Duration::toMillis).orElse(-1L);
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        policy,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention)));
    }
}
