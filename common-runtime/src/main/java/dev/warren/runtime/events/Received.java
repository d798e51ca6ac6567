package dev.warren.runtime.events;

import dev.warren.schemas.event.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it came in.
 *
 * @param retriedAt when it came back from the dead letters, from which its age counts
 * @param traceParent W3C trace context of the record
 * @param position where it stands
 * @param <P> the payloads of the topic
 */
public record Received<P>(
        Event<P> event, Optional<Instant> retriedAt, Optional<String> traceParent, Position position) {

    /** The time from which age counts. */
    public Instant countsFrom() {
        return retriedAt.orElse(event.time());
    }

    /** The same event with its payload narrowed to one member of the topic's interface. */
    public <Q> Received<Q> with(Q payload) {
        var narrowed = new Event<>(
                event.id(),
                event.source(),
                event.time(),
                event.subject(),
                event.correlationId(),
                event.causationId(),
                payload);
        return new Received<>(narrowed, retriedAt, traceParent, position);
    }

    /** A place in a topic. */
    public record Position(String topic, int partition, long offset) {}
}
