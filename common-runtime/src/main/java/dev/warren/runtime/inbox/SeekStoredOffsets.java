package dev.warren.runtime.inbox;

import dev.warren.runtime.trouble.Waiting;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Seeks to the stored offsets whenever partitions are assigned. It waits for the database: reading from elsewhere would be wrong. */
@ApplicationScoped
@Identifier("stored-offsets")
class SeekStoredOffsets implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(SeekStoredOffsets.class);

    private final StoredOffsets offsets;
    private final Waiting waiting;

    SeekStoredOffsets(StoredOffsets offsets, Waiting waiting) {
        this.offsets = offsets;
        this.waiting = waiting;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        var stored = waiting.outage(offsets::stored).await().indefinitely();
        for (var partition : partitions) {
            var offset = stored.get(partition);
            if (offset != null) {
                consumer.seek(partition, offset);
                LOG.debugf("seek topic=%s partition=%d offset=%d", partition.topic(), partition.partition(), offset);
            }
        }
    }
}
