package dev.warren.cli.commands;

import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records wait for each service: the end of each partition less what its groups have committed there. */
final class Lags {
    private static final int TIMEOUT_MILLIS = 5_000;

    private Lags() {}

    /** By service; a group belongs to the service whose name its id begins with. Empty when Kafka does not tell in time. */
    static Map<String, Long> read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (var admin = Admin.create(settings)) {
            return read(admin);
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Map<String, Long> read(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var lags = new HashMap<String, Long>();
        Components.all().stream().filter(Component::isService).forEach(service -> lags.put(service.name(), 0L));
        var groups = get(admin.listGroups().valid()).stream()
                .map(GroupListing::groupId)
                .filter(group -> owner(group).isPresent())
                .collect(Collectors.toSet());
        if (groups.isEmpty()) {
            return lags;
        }
        var committed = committed(admin, groups);
        var partitions = new HashSet<TopicPartition>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        var ends = get(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                .all());
        committed.forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
            var end = ends.get(partition);
            var waiting = end == null ? 0 : Math.max(0, end.offset() - offset);
            owner(group).ifPresent(service -> lags.merge(service, waiting, Long::sum));
        }));
        return lags;
    }

    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin, Set<String> groups)
            throws ExecutionException, TimeoutException, InterruptedException {
        var all = get(admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec())))
                .all());
        var committed = new HashMap<String, Map<TopicPartition, Long>>();
        all.forEach((group, offsets) -> {
            var known = new HashMap<TopicPartition, Long>();
            // A partition of which a group has read nothing yet has no offset, which Kafka gives as null.
            offsets.forEach((partition, offset) ->
                    Optional.ofNullable(offset).ifPresent(present -> known.put(partition, present.offset())));
            committed.put(group, known);
        });
        return committed;
    }

    private static Optional<String> owner(String group) {
        return Components.all().stream()
                .filter(component -> component.isService() && group.startsWith(component.name()))
                .map(Component::name)
                .findFirst();
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
