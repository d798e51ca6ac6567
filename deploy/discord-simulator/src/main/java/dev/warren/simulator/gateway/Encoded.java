package dev.warren.simulator.gateway;

import dev.warren.simulator.world.Event;
import dev.warren.simulator.world.Intent;
import java.util.Optional;

/** An event's payload as text, made at most once for each of its two forms. */
final class Encoded {
    private final Event event;
    private Optional<String> full = Optional.empty();
    private Optional<String> stripped = Optional.empty();

    Encoded(Event event) {
        this.event = event;
    }

    String dataFor(Session session) {
        if (event.withoutContent().isEmpty() || session.wants(Intent.MESSAGE_CONTENT)) {
            if (full.isEmpty()) {
                full = Optional.of(event.data().encode());
            }
            return full.get();
        }
        if (stripped.isEmpty()) {
            stripped = Optional.of(event.withoutContent().get().encode());
        }
        return stripped.get();
    }
}
