package dev.warren.economy.due;

import dev.warren.economy.desk.Occasion;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Times at which something is to be done; they hold over restarts. */
@ApplicationScoped
public class Deadlines {
    private final Timers timers;

    Deadlines(Timers timers) {
        this.timers = timers;
    }

    /** Sets the time in the caller's transaction, in place of one that was set for the same before. */
    public Uni<Void> set(Occasion occasion, Mutiny.StatelessSession tx, Deadline of, long id, Instant dueAt) {
        var event = new Event<>(
                EventId.of(name(of, id) + "@" + dueAt),
                "/" + Service.ECONOMY.id(),
                dueAt,
                Keys.guild(occasion.guild()),
                occasion.cause().correlationId(),
                Optional.of(occasion.id()),
                new DeadlineReached(occasion.guild(), of, id, dueAt));
        return timers.schedule(tx, occasion.guild(), name(of, id), dueAt, new Outgoing<>(Topics.ECONOMY_EVENTS, event));
    }

    /** Takes the time back in the caller's transaction, unless it has come. */
    public Uni<Void> cancel(Mutiny.StatelessSession tx, Deadline of, long id) {
        return timers.cancel(tx, name(of, id)).replaceWithVoid();
    }

    private static String name(Deadline of, long id) {
        return "deadline:" + of.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
