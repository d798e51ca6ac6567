package dev.warren.eventviewer.records;

import static java.util.stream.Collectors.toMap;

import dev.warren.eventviewer.ViewerOptions.Reading;
import dev.warren.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all topics on a thread of its own, from some time before now on, into the index. It reads at most so many records in a second:
 * what comes faster is passed over, so that a flood costs the viewer and the broker no more than a brook.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(10);
    private static final Duration BUDGET = Duration.ofSeconds(1);
    /** Of what is passed over, so many of the newest records of each partition are read all the same. */
    private static final int KEPT = 20;

    private final String bootstrapServers;
    private final Reading reading;
    private final Payloads payloads;
    private final RecordIndex index;
    private final Names names;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private volatile State state = new State(false, 0, "Kafka has not answered yet");
    private volatile Optional<KafkaConsumer<byte[], byte[]>> open = Optional.empty();
    private long passedOver;
    private boolean behind;

    /**
     * How reading goes.
     *
     * @param reading whether topics are being read
     * @param passedOver records that came too fast
     * @param problem why nothing is read; empty for none
     */
    public record State(boolean reading, long passedOver, String problem) {}

    public TopicReader(
            String bootstrapServers,
            Reading reading,
            Payloads payloads,
            RecordIndex index,
            Names names,
            InstantSource clock) {
        this.bootstrapServers = bootstrapServers;
        this.reading = reading;
        this.payloads = payloads;
        this.index = index;
        this.names = names;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("topics").daemon().unstarted(this::run);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    public State state() {
        return state;
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                try (var consumer = Consumers.open(bootstrapServers)) {
                    open = Optional.of(consumer);
                    read(consumer);
                } catch (WakeupException | InterruptException e) {
                    return;
                } catch (KafkaException e) {
                    // the class alone: messages of errors may quote records
                    state = new State(
                            false, passedOver, "Kafka: " + e.getClass().getSimpleName());
                    LOG.debug("topics are not read error={}", e.getClass().getName());
                }
                closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) throws InterruptedException {
        var lookAgain = Instant.MIN;
        var second = clock.instant();
        int taken = 0;
        while (closed.getCount() > 0) {
            if (clock.instant().isAfter(lookAgain)) {
                assign(consumer);
                lookAgain = clock.instant().plus(consumer.assignment().isEmpty() ? AGAIN : LOOK_FOR_TOPICS);
            }
            if (consumer.assignment().isEmpty()) {
                state = new State(false, passedOver, "there are no topics yet");
                closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                continue;
            }
            var records = consumer.poll(POLL);
            var now = clock.instant();
            records.forEach(record -> {
                var partition = new TopicPartition(record.topic(), record.partition());
                var live = !behind && record.offset() >= ends.getOrDefault(partition, 0L);
                var seen = SeenRecord.of(record, now, live);
                names.learn(seen);
                index.add(seen);
            });
            taken += records.count();
            var left = Duration.between(now, second.plus(BUDGET));
            if (left.isNegative()) {
                behind = false;
                second = now;
                taken = 0;
            } else if (taken >= reading.perSecond()) {
                behind = true;
                passOver(consumer);
                closed.await(left.toMillis(), TimeUnit.MILLISECONDS);
            }
            state = new State(true, passedOver, "");
        }
    }

    private void passOver(KafkaConsumer<byte[], byte[]> consumer) {
        for (var partition : consumer.assignment()) {
            var lag = consumer.currentLag(partition).orElse(0);
            if (lag > KEPT) {
                passedOver += lag - KEPT;
                consumer.seek(partition, consumer.position(partition) + lag - KEPT);
            }
        }
    }

    /** Takes in what topics there are by now; where one is read already, reading goes on. */
    private void assign(KafkaConsumer<byte[], byte[]> consumer) {
        var found = new HashSet<>(Consumers.partitions(consumer));
        var added = new HashSet<>(found);
        added.removeAll(consumer.assignment());
        if (added.isEmpty()) {
            return;
        }
        consumer.assign(found);
        seek(consumer, added);
    }

    private void seek(KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> added) {
        var since = clock.instant().minus(reading.lookBack()).toEpochMilli();
        var first = consumer.beginningOffsets(added);
        var last = consumer.endOffsets(added);
        var timed = consumer.offsetsForTimes(added.stream().collect(toMap(partition -> partition, _ -> since)));
        for (var partition : added) {
            long end = last.getOrDefault(partition, 0L);
            var atTime = timed.get(partition);
            long byTime = compacted(partition) ? 0 : atTime == null ? end : atTime.offset();
            long least = Math.max(first.getOrDefault(partition, 0L), end - reading.lookBackRecords());
            // after an interruption it goes on where it was, and does not begin anew
            long known = ends.containsKey(partition) ? Math.min(end, ends.getOrDefault(partition, 0L)) : byTime;
            consumer.seek(partition, Math.max(least, known));
            ends.putIfAbsent(partition, end);
        }
    }

    /** Of these the old records count as much as the new. */
    private boolean compacted(TopicPartition partition) {
        return payloads.topic(partition.topic())
                .filter(Topic::compacted)
                .filter(topic -> topic.retention().isEmpty())
                .isPresent();
    }

    /** Ends the reading. */
    @Override
    public void close() {
        closed.countDown();
        open.ifPresent(KafkaConsumer::wakeup);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
