package dev.warren.ai.work;

import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that is to be done.
 *
 * @param id of the event that asks for it
 * @param correlation the first event of the chain
 * @param lane jobs of one lane are done one after another, in the order in which they were noted
 * @param body what the worker needs, as JSON; it goes when the work is done
 * @param at when it was asked
 * @param expiresAt after which it is not begun any more
 * @param attempt from 1; above 1 when an instance died over it
 */
public record Job(
        EventId id,
        EventId correlation,
        String kind,
        String lane,
        String body,
        Instant at,
        Instant expiresAt,
        Optional<String> traceParent,
        int attempt) {
    /** An event that the work causes, with an id derived from the cause. */
    public <Q> Outgoing<Q> causes(Topic<Q> topic, String what, String key, Q payload) {
        return new Outgoing<>(
                topic, new Event<>(id.derive(what), "/ai", at, key, correlation, Optional.of(id), payload));
    }
}
