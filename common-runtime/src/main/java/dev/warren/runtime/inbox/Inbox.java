package dev.warren.runtime.inbox;

import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which events were handled, and what came of them. */
@ApplicationScoped
public class Inbox {
    private static final String ADVANCE = """
            INSERT INTO consumed_offset AS held (topic, partition, next_offset) VALUES (?1, ?2, ?3)
            ON CONFLICT (topic, partition) DO UPDATE
            SET next_offset = greatest(held.next_offset, excluded.next_offset)""";

    private final Mutiny.SessionFactory sessions;
    private final InstantSource clock;
    private final RecordedOutcome outcomes = new RecordedOutcome();

    Inbox(Mutiny.SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Does the work in one transaction and advances the offsets past the records in the same one. */
    <T> Uni<T> transact(
            Collection<ConsumerRecord<String, byte[]>> records, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(tx -> work.apply(tx).call(() -> advance(tx, records)));
    }

    /** What came of an event, if it was handled. */
    Uni<Optional<List<ProducerRecord<String, byte[]>>>> recorded(Mutiny.StatelessSession tx, EventId event) {
        return tx.get(InboxRow.class, event.value())
                .map(row -> Optional.ofNullable(row).map(found -> outcomes.read(found.outcome)));
    }

    /** Notes that an event was handled, and what came of it. */
    Uni<List<ProducerRecord<String, byte[]>>> record(
            Mutiny.StatelessSession tx, EventId event, List<ProducerRecord<String, byte[]>> outcome) {
        return tx.insert(new InboxRow(event.value(), clock.instant(), outcomes.write(outcome)))
                .replaceWith(outcome);
    }

    private static Uni<Void> advance(Mutiny.StatelessSession tx, Collection<ConsumerRecord<String, byte[]>> records) {
        return Multi.createFrom()
                .iterable(StoredOffsets.nextOffsets(records).entrySet())
                .onItem()
                .transformToUniAndConcatenate(next -> tx.createNativeQuery(ADVANCE)
                        .setParameter(1, next.getKey().topic())
                        .setParameter(2, next.getKey().partition())
                        .setParameter(3, next.getValue())
                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
