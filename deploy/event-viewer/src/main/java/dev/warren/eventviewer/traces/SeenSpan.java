package dev.warren.eventviewer.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of work that a service did, as it told.
 *
 * @param parentId none for the first of a trace
 * @param kind such as {@code consumer}
 * @param attributes what it says of itself, as text
 * @param error what went wrong, as the service calls it; none when nothing did
 */
public record SeenSpan(
        String traceId,
        String spanId,
        Optional<String> parentId,
        String service,
        String name,
        String kind,
        Instant start,
        Duration duration,
        Map<String, String> attributes,
        Optional<String> error) {
    public SeenSpan {
        attributes = Map.copyOf(attributes);
    }

    /** The event whose handling this is, if it is one. */
    public Optional<String> eventId() {
        return Optional.ofNullable(attributes.get("warren.event.id"));
    }
}
