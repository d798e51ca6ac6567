package dev.warren.runtime.inbox;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Handles one event, once. The transaction holds the effect, the inbox row with the outcome, and the offset: all or none.
 *
 * @param <P> the payloads of the topic
 */
public interface EventHandler<P> {
    /** Whether the record may concern this service, by its headers alone; what does not is not even read. */
    default boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        return true;
    }

    /** Whether the event concerns this service; what does not is passed over without a row. */
    boolean concerns(Received<P> received);

    /**
     * Reads ahead for a batch, before its transaction begins: what takes its time and has no effect, so that one need not wait for the
     * other. What fails here, or takes longer than the handler allows it, is done in {@link #handle}.
     */
    default Uni<Void> prepare(List<Received<P>> batch) {
        return Uni.createFrom().voidItem();
    }

    /** Does what is asked and says what to emit. Called only when the event was not handled before. */
    Uni<List<Outgoing<?>>> handle(Received<P> received, Mutiny.StatelessSession tx);

    /** Whether it has no effect, so that it needs no inbox and no transaction: then {@link #light} answers it. */
    default boolean isLight(Received<P> received) {
        return false;
    }

    /** Answers what has no effect, at once, and while the answer is worth something. Its failure is nobody's trouble. */
    default Uni<List<Outgoing<?>>> light(Received<P> received) {
        return Uni.createFrom().item(List.of());
    }

    /** For metrics and traces: a name of which there are few. */
    default String name(Received<P> received) {
        return received.position().topic();
    }

    /**
     * What to tell when the event was tried in vain and is put aside.
     *
     * @param incident by which an operator finds it
     */
    default List<Outgoing<?>> givenUp(Received<P> received, String incident) {
        return List.of();
    }
}
