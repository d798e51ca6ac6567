package dev.warren.eventviewer.records;

import static java.util.stream.Collectors.toMap;

import dev.warren.eventviewer.ViewerOptions.Scan;
import dev.warren.eventviewer.records.SeenRecord.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Looks in the topics themselves for what is not kept any more. It blocks, so call it from a thread that may. */
public final class Archive {
    private static final Duration POLL = Duration.ofMillis(300);
    /** The clocks of Discord, the gateway and the services may differ by this. */
    private static final Duration BEFORE = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final Scan scan;
    private final Payloads payloads;
    private final InstantSource clock;

    /**
     * What a search came to.
     *
     * @param read so many records were looked at
     * @param complete whether nothing was left to look at
     */
    public record Found(List<SeenRecord> records, int read, boolean complete) {}

    public Archive(String bootstrapServers, Scan scan, Payloads payloads, InstantSource clock) {
        this.bootstrapServers = bootstrapServers;
        this.scan = scan;
        this.payloads = payloads;
        this.clock = clock;
    }

    /** The record at a place, while the topic has it. */
    public Optional<SeenRecord> at(Place place) {
        try (var consumer = Consumers.open(bootstrapServers)) {
            var partition = new TopicPartition(place.topic(), place.partition());
            if (!Consumers.partitions(consumer).contains(partition)) {
                return Optional.empty();
            }
            consumer.assign(Set.of(partition));
            if (place.offset() >= consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L)
                    || place.offset()
                            < consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L)) {
                return Optional.empty();
            }
            consumer.seek(partition, place.offset());
            var giveUpAt = clock.instant().plus(scan.time());
            while (clock.instant().isBefore(giveUpAt)) {
                for (var record : consumer.poll(POLL)) {
                    // a compacted topic may have lost it, and gives the next
                    return Optional.of(SeenRecord.of(record, clock.instant(), false))
                            .filter(found -> found.place().equals(place));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What is found under any of these links.
     *
     * @param around when it happened; where that is not known, the newest records are looked through
     */
    public Found linked(Collection<String> links, Optional<Instant> around) {
        try (var consumer = Consumers.open(bootstrapServers)) {
            var spans = spans(consumer, around);
            consumer.assign(spans.keySet());
            spans.forEach((partition, span) -> consumer.seek(partition, span.from()));
            return read(consumer, spans, Set.copyOf(links), around.isPresent());
        }
    }

    /** Offsets of a partition, the end not included. */
    private record Span(long from, long to) {}

    private Found read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Span> spans, Set<String> links, boolean all) {
        var found = new ArrayList<SeenRecord>();
        var open = new HashSet<>(spans.keySet());
        var giveUpAt = clock.instant().plus(scan.time());
        int read = 0;
        while (!open.isEmpty() && read < scan.records() && clock.instant().isBefore(giveUpAt)) {
            for (var record : consumer.poll(POLL)) {
                read++;
                var seen = SeenRecord.of(record, clock.instant(), false);
                if (!Collections.disjoint(Links.of(seen, payloads), links)) {
                    found.add(seen);
                }
            }
            var done = open.stream()
                    .filter(partition -> Optional.ofNullable(spans.get(partition))
                            .filter(span -> consumer.position(partition) < span.to())
                            .isEmpty())
                    .toList();
            open.removeAll(done);
            consumer.pause(done);
        }
        return new Found(List.copyOf(found), read, open.isEmpty() && all);
    }

    private Map<TopicPartition, Span> spans(KafkaConsumer<byte[], byte[]> consumer, Optional<Instant> around) {
        var partitions = Consumers.partitions(consumer);
        var first = consumer.beginningOffsets(partitions);
        var last = consumer.endOffsets(partitions);
        var from = around.map(time -> consumer.offsetsForTimes(at(partitions, time.minus(BEFORE))));
        long filled = last.entrySet().stream()
                .filter(end -> end.getValue() > first.getOrDefault(end.getKey(), 0L))
                .count();
        long each = Math.max(1, scan.records() / Math.max(1, filled));
        var spans = new HashMap<TopicPartition, Span>();
        for (var partition : partitions) {
            long end = last.getOrDefault(partition, 0L);
            long begin = first.getOrDefault(partition, 0L);
            // records need not lie in the order of their times, so it is read to the end, or to the bound
            var span = new Span(around.isEmpty() ? Math.max(begin, end - each) : offset(from, partition, end), end);
            if (span.from() < span.to()) {
                spans.put(partition, span);
            }
        }
        return spans;
    }

    private static Map<TopicPartition, Long> at(List<TopicPartition> partitions, Instant time) {
        return partitions.stream().collect(toMap(partition -> partition, _ -> time.toEpochMilli()));
    }

    /** Kafka gives nothing where all records are older. */
    private static long offset(
            Optional<Map<TopicPartition, OffsetAndTimestamp>> timed, TopicPartition partition, long end) {
        return timed.map(offsets -> offsets.get(partition))
                .map(OffsetAndTimestamp::offset)
                .orElse(end);
    }
}
