package dev.warren.embed.cache;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;

/** Asks what a link shows. */
@FunctionalInterface
interface Lookup {
    /** Never fails. */
    Uni<Found> ask(URI link);

    /** @param keep how long it is to be remembered */
    record Found(Shown shown, Duration keep) {}
}
