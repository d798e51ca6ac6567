package dev.warren.runtime.events;

import dev.warren.runtime.config.RuntimeConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all {@link FollowedTopic}s with one consumer, by assignment and without a group. Since it is connected all the time, it is also
 * who notices that the broker is away.
 */
@ApplicationScoped
public class FollowedTopics {
    private static final Logger LOG = Logger.getLogger(FollowedTopics.class);
    private static final String NAME = "kafka";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(3);

    private final Map<String, List<FollowedTopic<?>>> followed;
    private final Map<String, Object> kafka;
    private final EventCodec codec;
    private final RuntimeConfig config;
    private final BrokerWatch watch;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread reader =
            Thread.ofPlatform().name("followed-topics").daemon().unstarted(this::run);
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    FollowedTopics(
            @Any Instance<FollowedTopic<?>> followed,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventCodec codec,
            RuntimeConfig config,
            BrokerWatch watch) {
        this.followed = followed.stream()
                .collect(Collectors.groupingBy(topic -> topic.topic().name()));
        this.kafka = kafka;
        this.codec = codec;
        this.config = config;
        this.watch = watch;
    }

    /** Completes when each topic was read up to where it ended at the start; at once from then on. */
    public Uni<Void> whenCaughtUp() {
        return Uni.createFrom().completionStage(() -> caughtUp);
    }

    void start(@Observes StartupEvent event) {
        if (config.train()) {
            return;
        }
        if (followed.isEmpty()) {
            caughtUp.complete(null);
            return;
        }
        watch.away(NAME, "topics not read yet");
        reader.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (reader.isAlive()) {
            reader.join(STOP);
        }
        caughtUp.completeExceptionally(new CancellationException("the service stops"));
    }

    private void run() {
        try {
            do {
                try (var consumer = new KafkaConsumer<String, byte[]>(properties())) {
                    reading = consumer;
                    follow(consumer);
                } catch (WakeupException stop) {
                    return;
                } catch (KafkaException failure) {
                    watch.away(NAME, reason(failure));
                }
            } while (!stopped.await(config.records().firstPause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + cause.getMessage();
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                config.records().longestPause().toMillis());
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return properties;
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var probe = config.probe();
        long probedAt = System.nanoTime();
        while (stopped.getCount() > 0) {
            for (var record : consumer.poll(POLL)) {
                tell(record);
            }
            if (!caughtUp.isDone()
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                watch.there(NAME);
                caughtUp.complete(null);
            }
            if (System.nanoTime() - probedAt >= probe.toNanos()) {
                probe(consumer, partitions.getFirst(), probe);
                probedAt = System.nanoTime();
            }
        }
    }

    /** A poll says nothing of a broker that is away, but a question does. */
    private void probe(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, Duration patience) {
        try {
            consumer.beginningOffsets(List.of(partition), patience);
            if (caughtUp.isDone()) {
                watch.there(NAME);
            }
        } catch (WakeupException stop) {
            throw stop;
        } catch (KafkaException away) {
            LOG.debug("broker", away);
            watch.away(NAME, "no answer within " + patience);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return followed.keySet().stream()
                .flatMap(topic -> {
                    var found = consumer.partitionsFor(topic);
                    if (found == null || found.isEmpty()) {
                        throw new KafkaException("topic is not there: " + topic);
                    }
                    return found.stream().map(info -> new TopicPartition(topic, info.partition()));
                })
                .toList();
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        followed.getOrDefault(record.topic(), List.of()).forEach(topic -> tell(topic, record));
    }

    private <P> void tell(FollowedTopic<P> topic, ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                topic.removed(record.key());
            } else if (EventCodec.typeOf(record)
                    .filter(type -> !topic.concerns(type))
                    .isEmpty()) {
                topic.accept(codec.decode(topic.topic(), record));
            }
        } catch (UnreadableRecord e) {
            LOG.errorf(
                    "record passed over topic=%s partition=%d offset=%d",
                    record.topic(), record.partition(), record.offset());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "view failed topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }
}
