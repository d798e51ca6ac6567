package dev.warren.runtime.events;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Sends events to their topics. */
public interface EventPublisher {
    /**
     * Completes when the broker has acknowledged all of them. While the broker is away it waits: an outage is not a failure. Events of
     * one key keep the order of the calls.
     *
     * @param traceParent the trace that these continue
     */
    Uni<Void> publish(List<Outgoing<?>> events, Optional<String> traceParent);

    default Uni<Void> publish(Outgoing<?> event) {
        return publish(List.of(event), Optional.empty());
    }
}
