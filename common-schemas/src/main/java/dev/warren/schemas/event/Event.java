package dev.warren.schemas.event;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.EventId;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened (or is to happen), with where it comes from. The names follow CloudEvents 1.0.
 *
 * @param id the same for every copy of this event
 * @param source who says so, such as {@code /gateway/0} or {@code /leveling}
 * @param time when it happened, not when it was written
 * @param subject whom or what it is about; the record's key
 * @param correlationId the first event of the chain
 * @param causationId the event that made this one; none for the first of a chain
 * @param payload what happened
 * @param <P> the payloads of the topic
 */
public record Event<P>(
        EventId id,
        String source,
        Instant time,
        String subject,
        EventId correlationId,
        Optional<EventId> causationId,
        P payload) {
    public Event {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(time, "time");
        requireNonNull(subject, "subject");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(causationId, "causationId");
        requireNonNull(payload, "payload");
    }

    /** The first event of a chain. */
    public static <P> Event<P> first(EventId id, String source, Instant time, String subject, P payload) {
        return new Event<>(id, source, time, subject, id, Optional.empty(), payload);
    }

    /** An event that this one makes. */
    public <Q> Event<Q> causes(EventId next, String by, Instant at, String about, Q what) {
        return new Event<>(next, by, at, about, correlationId, Optional.of(id), what);
    }
}
