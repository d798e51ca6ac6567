package dev.warren.embed.unfolding;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.embed.EmbedEvent;
import dev.warren.schemas.embed.EmbedEvent.UnfoldingDue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** When links are to be shown: a record that a timer sends, or whoever has found sooner what they show. Both send the same record. */
@ApplicationScoped
class Dues {
    static final String SOURCE = "/embed";

    private final Timers timers;

    Dues(Timers timers) {
        this.timers = timers;
    }

    Uni<Void> schedule(Mutiny.StatelessSession tx, Event<?> cause, Unfolding unfolding, int attempt, Instant at) {
        return timers.schedule(
                tx, unfolding.guild(), timer(unfolding.message()), at, due(cause, unfolding, attempt, at));
    }

    Uni<Void> cancel(Mutiny.StatelessSession tx, MessageId message) {
        return timers.cancel(tx, timer(message)).replaceWithVoid();
    }

    /** The record of a version and attempt; the same whoever sends it. */
    static Outgoing<EmbedEvent> due(Event<?> cause, Unfolding unfolding, int attempt, Instant at) {
        var payload = new UnfoldingDue(
                unfolding.guild(),
                unfolding.channel(),
                unfolding.writer(),
                unfolding.message(),
                unfolding.revision(),
                attempt,
                at);
        var id = EventId.message(unfolding.message()).derive("unfolding-due:" + unfolding.revision() + ":" + attempt);
        return new Outgoing<>(
                Topics.EMBED_EVENTS,
                cause.causes(id, SOURCE, at, Keys.member(Optional.of(unfolding.guild()), unfolding.writer()), payload));
    }

    private static String timer(MessageId message) {
        return "unfolding:" + message;
    }
}
