package dev.warren.eventviewer.topics;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.warren.eventviewer.topics.TopicFigures.GroupLag;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker how full the topics are, how fast they grow and how far who reads them is behind. It blocks. */
public final class TopicWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final int TIMEOUT_MILLIS = 5_000;
    /** Whoever asks within this time gets the answer of before, so that many lookers cost as much as one. */
    private static final Duration FRESH = Duration.ofMillis(900);

    private final Admin admin;
    private final InstantSource clock;
    private Looked last = new Looked(Instant.EPOCH, Map.of(), List.of());

    private record Looked(Instant at, Map<TopicPartition, Long> ends, List<TopicFigures> figures) {}

    public TopicWatch(String bootstrapServers, InstantSource clock) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "event-viewer-admin",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
        this.clock = clock;
    }

    /** All of Warren's topics that exist; the figures of before, while Kafka does not tell. */
    public synchronized List<TopicFigures> look() {
        var now = clock.instant();
        if (Duration.between(last.at(), now).compareTo(FRESH) < 0) {
            return last.figures();
        }
        try {
            last = look(now);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("topics are not told error={}", e.getClass().getName());
            return last.figures();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last.figures();
    }

    private Looked look(Instant now) throws ExecutionException, TimeoutException, InterruptedException {
        var existing = get(admin.listTopics().names());
        var topics = Topics.all().stream()
                .filter(topic -> existing.contains(topic.name()))
                .toList();
        var partitions =
                get(admin.describeTopics(topics.stream().map(Topic::name).toList())
                                .allTopicNames())
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(toSet());
        var ends = offsets(partitions, OffsetSpec.latest());
        var begins = offsets(partitions, OffsetSpec.earliest());
        var lags = lags(ends);
        var seconds = Math.max(0.001, Duration.between(last.at(), now).toMillis() / 1000.0);
        var figures = new ArrayList<TopicFigures>();
        for (var topic : topics) {
            var own = partitions.stream()
                    .filter(partition -> partition.topic().equals(topic.name()))
                    .toList();
            long records = own.stream()
                    .mapToLong(partition -> at(ends, partition) - at(begins, partition))
                    .sum();
            long written = own.stream()
                    .mapToLong(
                            partition -> at(ends, partition) - last.ends().getOrDefault(partition, at(ends, partition)))
                    .sum();
            figures.add(new TopicFigures(
                    topic.name(),
                    topic.description(),
                    own.size(),
                    records,
                    written / seconds,
                    lags.getOrDefault(topic.name(), List.of())));
        }
        return new Looked(now, ends, figures);
    }

    private Map<String, List<GroupLag>> lags(Map<TopicPartition, Long> ends)
            throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> groups = get(admin.listGroups().valid()).stream()
                .map(GroupListing::groupId)
                .collect(toSet());
        var lags = new HashMap<String, List<GroupLag>>();
        if (groups.isEmpty()) {
            return lags;
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = get(admin.listConsumerGroupOffsets(
                        groups.stream().collect(toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec())))
                .all());
        committed.forEach((group, offsets) -> {
            var waiting = new HashMap<String, Long>();
            offsets.forEach((partition, offset) -> Optional.ofNullable(offset)
                    .filter(_ -> ends.containsKey(partition))
                    .ifPresent(known -> waiting.merge(
                            partition.topic(), Math.max(0, at(ends, partition) - known.offset()), Long::sum)));
            waiting.forEach((topic, lag) ->
                    lags.computeIfAbsent(topic, _ -> new ArrayList<>()).add(new GroupLag(group, lag)));
        });
        return lags;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = get(admin.listOffsets(partitions.stream().collect(toMap(partition -> partition, _ -> which)))
                .all());
        return asked.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
