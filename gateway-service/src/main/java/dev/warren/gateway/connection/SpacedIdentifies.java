package dev.warren.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Lets one shard of this process after the other identify, with a fixed time between them. */
public final class SpacedIdentifies implements IdentifyGate {
    private final Duration spacing;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    /**
     * Makes a gate that is open at first.
     *
     * @param spacing the time between two; Discord wants 5 s for a {@code max_concurrency} of 1
     */
    public SpacedIdentifies(Duration spacing, InstantSource clock) {
        this.spacing = spacing;
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<Void> enter(int shard) {
        Instant now = clock.instant();
        Instant at = next.isAfter(now) ? next : now;
        next = at.plus(spacing);
        if (at.equals(now)) {
            return CompletableFuture.completedFuture(null);
        }
        return new CompletableFuture<Void>()
                .completeOnTimeout(null, Duration.between(now, at).toNanos(), TimeUnit.NANOSECONDS);
    }
}
