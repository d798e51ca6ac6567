package dev.warren.runtime.lifecycle;

import dev.warren.local.TestServers;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * As many members of the group of {@code facts} as the topic has partitions, there before the service. While they do not poll, nobody
 * who joins is assigned anything; when they do, nothing is left for the service, since its name sorts behind theirs.
 */
public final class Squatters implements QuarkusTestResourceLifecycleManager {
    private static final Duration POLL = Duration.ofMillis(50);

    private final WarrenServers servers = new WarrenServers();
    private final String group = "squatted-" + UUID.randomUUID();
    private List<KafkaConsumer<byte[], byte[]>> members = List.of();
    private Map<String, String> extra = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        extra = initArgs;
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(servers.start());
        settings.put("mp.messaging.incoming.facts.group.id", group);
        settings.putAll(extra);
        members = Stream.of("a", "b", "c").map(this::member).toList();
        while (assigned() < members.size()) {
            poll();
        }
        return settings;
    }

    private KafkaConsumer<byte[], byte[]> member(String name) {
        var consumer = new KafkaConsumer<byte[], byte[]>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestServers.shared().kafkaBootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        name,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        RangeAssignor.class.getName()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.FACTS.name()));
        return consumer;
    }

    /** Lets each member take part in the group for a moment. */
    void poll() {
        members.forEach(member -> member.poll(POLL));
    }

    /** How many of them have partitions. */
    long assigned() {
        return members.stream().filter(member -> !member.assignment().isEmpty()).count();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Squatters.class));
    }

    @Override
    public void stop() {
        members.forEach(KafkaConsumer::close);
        servers.stop();
    }
}
