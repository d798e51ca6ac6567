package dev.warren.gateway.rest;

import java.time.Duration;

/** Learns what the client does, for metrics. Called on the client's event loop: return at once. Nothing here holds content or tokens. */
public interface RestObserver {
    /** Discord answered an attempt. */
    default void answered(RestRoute route, int status, Duration took) {}

    /** A request ended; {@code took} counts from {@link DiscordRest#send}, {@code waited} is the part before the first attempt. */
    default void ended(RestRoute route, RestOutcome outcome, Duration took, Duration waited) {}

    /** Discord answered 429. */
    default void rateLimited(RestRoute route, RateLimitScope scope, Duration retryAfter) {}

    /** An attempt failed and is made again after the delay. */
    default void repeated(RestRoute route, String why, Duration delay) {}

    /** A request was not sent because Discord has refused too many like it. */
    default void heldBack(RestRoute route) {}

    /** Sees nothing. */
    RestObserver NONE = new RestObserver() {};
}
