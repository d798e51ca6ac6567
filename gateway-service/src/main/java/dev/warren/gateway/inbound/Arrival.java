package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * One dispatch under way: what it says, and where its events go. It is done with when everything that was emitted is acknowledged.
 *
 * <p>Only the publisher's thread emits; what needs longer is emitted {@linkplain #emitLater later}.
 */
final class Arrival {
    private final GatewayDispatch dispatch;
    private final String source;
    private final Instant at;
    private final Delivery delivery;

    /** @param source how this shard signs */
    Arrival(GatewayDispatch dispatch, String source, Instant at, Delivery delivery) {
        this.dispatch = dispatch;
        this.source = source;
        this.at = at;
        this.delivery = delivery;
    }

    String type() {
        return dispatch.type();
    }

    JsonNode data() {
        return dispatch.data();
    }

    /** When the gateway heard of it. */
    Instant at() {
        return at;
    }

    /** The id of what has no snowflake. */
    EventId id() {
        return EventId.sequenced(dispatch.sessionId(), dispatch.sequence());
    }

    /** The first event of a chain, with the topic's key as its subject. */
    <P> Event<P> event(EventId id, Instant time, String key, P payload) {
        return Event.first(id, source, time, key, payload);
    }

    /** An event that another one of this dispatch causes. */
    <P> Event<P> caused(Event<?> cause, EventId id, String key, P payload) {
        return cause.causes(id, source, cause.time(), key, payload);
    }

    <P> void emit(Topic<P> topic, Event<? extends P> event) {
        delivery.emit(new Outgoing<>(topic, event));
    }

    void emit(Outgoing<?> event) {
        delivery.emit(event);
    }

    /** Emits what comes of this; the dispatch is not done with before. What is there already leaves at once, in order. */
    void emitLater(CompletionStage<List<Outgoing<?>>> events) {
        var found = events.toCompletableFuture();
        if (found.state() == Future.State.SUCCESS) {
            found.resultNow().forEach(delivery::emit);
        } else {
            delivery.emitLater(found);
        }
    }

    /** How the events of a dispatch leave. */
    interface Delivery {
        void emit(Outgoing<?> event);

        void emitLater(CompletionStage<List<Outgoing<?>>> events);

        Optional<String> traceParent();
    }
}
