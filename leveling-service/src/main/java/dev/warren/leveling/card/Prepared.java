package dev.warren.leveling.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Outcomes that were worked out ahead of their transaction, each to be taken once. */
public final class Prepared {
    /** More than a batch of commands has; each is taken a moment later. */
    private static final int MOST = 2_000;

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Cache<EventId, Outcome> outcomes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Keeps what comes of an event. */
    public Uni<Void> keep(EventId event, Uni<Outcome> outcome) {
        return outcome.invoke(done -> outcomes.put(event, done)).replaceWithVoid();
    }

    /** Takes it; none when it did not get done in time, or was taken. */
    public Optional<Outcome> take(EventId event) {
        return Optional.ofNullable(outcomes.asMap().remove(event));
    }
}
