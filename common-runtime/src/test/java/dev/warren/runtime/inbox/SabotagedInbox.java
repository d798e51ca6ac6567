package dev.warren.runtime.inbox;

import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers nothing. */
@Alternative
@Singleton
public class SabotagedInbox extends Inbox {
    SabotagedInbox(Mutiny.SessionFactory sessions, StoredOffsets offsets, InstantSource clock) {
        super(sessions, offsets, clock);
    }

    @Override
    Uni<Map<EventId, List<ProducerRecord<String, byte[]>>>> recorded(
            Mutiny.StatelessSession tx, Collection<EventId> events) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    Uni<Void> record(Mutiny.StatelessSession tx, Map<EventId, List<ProducerRecord<String, byte[]>>> handled) {
        return Uni.createFrom().voidItem();
    }
}
