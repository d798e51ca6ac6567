package dev.warren.runtime.inbox;

import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which events were handled, and what came of them. */
@ApplicationScoped
public class Inbox {
    private final Mutiny.SessionFactory sessions;
    private final StoredOffsets offsets;
    private final InstantSource clock;
    private final RecordedOutcome outcomes = new RecordedOutcome();

    Inbox(Mutiny.SessionFactory sessions, StoredOffsets offsets, InstantSource clock) {
        this.sessions = sessions;
        this.offsets = offsets;
        this.clock = clock;
    }

    /** Does the work in one transaction and advances the offsets past the records in the same one. */
    <T> Uni<T> transact(
            Collection<ConsumerRecord<String, byte[]>> records, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(tx -> work.apply(tx).call(() -> offsets.advance(tx, records)));
    }

    /** What came of those of the events that were handled. */
    Uni<Map<EventId, List<ProducerRecord<String, byte[]>>>> recorded(
            Mutiny.StatelessSession tx, Collection<EventId> events) {
        return tx.createSelectionQuery("from InboxRow where eventId in (:ids)", InboxRow.class)
                .setParameter(
                        "ids", events.stream().map(EventId::value).distinct().toList())
                .getResultList()
                .map(rows -> {
                    var found = new HashMap<EventId, List<ProducerRecord<String, byte[]>>>();
                    rows.forEach(row -> found.put(EventId.of(row.eventId), outcomes.read(row.outcome)));
                    return found;
                });
    }

    /** Whether an event was handled, or given up: what came of it is stored. */
    public Uni<Boolean> isHandled(EventId event) {
        return sessions.withStatelessSession(tx -> tx.get(InboxRow.class, event.value()))
                .map(row -> row != null);
    }

    /** Notes that events were handled, and what came of each. */
    Uni<Void> record(Mutiny.StatelessSession tx, Map<EventId, List<ProducerRecord<String, byte[]>>> handled) {
        if (handled.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant();
        return tx.insertAll(handled.entrySet().stream()
                .map(event -> new InboxRow(
                        event.getKey().value(),
                        now,
                        outcomes.write(event.getValue()),
                        RecordedOutcome.hasContent(event.getValue())))
                .toArray());
    }
}
