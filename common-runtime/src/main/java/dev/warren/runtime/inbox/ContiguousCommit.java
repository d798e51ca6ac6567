package dev.warren.runtime.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits to Kafka, every {@code auto.commit.interval.ms}, up to the first record that is not done. Like SmallRye's "throttled", but for one
 * thing: that one asks the broker for the committed offset when a partition's first record comes, on the thread that polls, where the
 * question waits for the poll to end, and the record with it.
 */
final class ContiguousCommit implements KafkaCommitHandler {
    private static final Logger LOG = Logger.getLogger(ContiguousCommit.class);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

    private final KafkaConsumer<?, ?> consumer;
    private final Vertx vertx;
    private final long timer;
    private final Map<TopicPartition, ContiguousOffsets> partitions = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();

    /** {@code commit-strategy=contiguous}. */
    @ApplicationScoped
    @Identifier("contiguous")
    static class Factory implements KafkaCommitHandler.Factory {
        private final Commits commits;

        Factory(Commits commits) {
            this.commits = commits;
        }

        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            var every = config.config().getValue("auto.commit.interval.ms", Long.class);
            var commit = new ContiguousCommit(consumer, vertx, Duration.ofMillis(every));
            commits.register(config.getChannel(), commit);
            return commit;
        }
    }

    ContiguousCommit(KafkaConsumer<?, ?> consumer, Vertx vertx, Duration every) {
        this.consumer = consumer;
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(every.toMillis(), any -> commitSoon());
    }

    @Override
    public synchronized void partitionsAssigned(Collection<TopicPartition> assigned) {
        assigned.forEach(partition -> partitions.computeIfAbsent(partition, any -> new ContiguousOffsets()));
    }

    /** Called on the polling thread, which may wait. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> revoked) {
        var last = takeDue();
        forget(revoked);
        if (!last.isEmpty()) {
            try {
                consumer.unwrap().commitSync(last, LAST_COMMIT);
            } catch (KafkaException e) {
                // whoever has them now does some records again, which does no harm
                LOG.debugf(
                        "not committed before others take over error=%s",
                        e.getClass().getName());
            }
        }
    }

    private synchronized void forget(Collection<TopicPartition> revoked) {
        revoked.forEach(partitions::remove);
        revoked.forEach(due::remove);
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        receive(partitionOf(record), record.getOffset());
        return Uni.createFrom().item(record);
    }

    private synchronized void receive(TopicPartition partition, long offset) {
        partitions.computeIfAbsent(partition, any -> new ContiguousOffsets()).received(offset);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        done(partitionOf(record), record.getOffset());
        return Uni.createFrom().voidItem().runSubscriptionOn(record::runOnMessageContext);
    }

    synchronized void done(TopicPartition partition, long offset) {
        var offsets = partitions.get(partition);
        // of a partition that another instance has now: that one does the record again
        if (offsets != null) {
            offsets.done(offset);
            offsets.advance().ifPresent(next -> due.put(partition, new OffsetAndMetadata(next)));
        }
    }

    private synchronized Map<TopicPartition, OffsetAndMetadata> takeDue() {
        var taken = Map.copyOf(due);
        due.clear();
        return taken;
    }

    private synchronized void again(Map<TopicPartition, OffsetAndMetadata> failed) {
        failed.forEach((partition, offset) -> {
            if (partitions.containsKey(partition)) {
                due.putIfAbsent(partition, offset);
            }
        });
    }

    private void commitSoon() {
        var now = takeDue();
        if (!now.isEmpty()) {
            OffsetCommitCallback told = (offsets, failure) -> {
                if (failure != null) {
                    LOG.debugf(
                            "not committed, tried again error=%s",
                            failure.getClass().getName());
                    again(now);
                }
            };
            consumer.runOnPollingThread(kafka -> {
                        kafka.commitAsync(now, told);
                    })
                    .subscribe()
                    .with(done -> {}, failure -> again(now));
        }
    }

    /** What is done is committed once more; what is not comes again after the restart. */
    @Override
    public void terminate(boolean graceful) {
        vertx.cancelTimer(timer);
        var last = takeDue();
        if (!last.isEmpty()) {
            try {
                consumer.runOnPollingThread(kafka -> {
                            kafka.commitSync(last, LAST_COMMIT);
                        })
                        .await()
                        .atMost(LAST_COMMIT);
            } catch (RuntimeException e) {
                LOG.debugf("not committed at the end error=%s", e.getClass().getName());
            }
        }
    }

    private static TopicPartition partitionOf(IncomingKafkaRecord<?, ?> record) {
        return new TopicPartition(record.getTopic(), record.getPartition());
    }
}
