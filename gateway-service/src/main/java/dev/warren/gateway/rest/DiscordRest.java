package dev.warren.gateway.rest;

import io.vertx.core.Future;

/** Sends requests to Discord within its limits. */
public interface DiscordRest {
    /**
     * Sends at once, or as soon as limits allow. Requests of one bucket are begun in the order of the calls. May be called from any
     * thread; the future completes on the client's own event loop, so nothing may wait there.
     *
     * @return the outcome; it never fails
     */
    Future<RestOutcome> send(RestRequest request);

    /** How near the bot is to being blocked for invalid requests. */
    InvalidRequests invalidRequests();

    /** How many requests wait for a limit or for the end of another one. */
    int waiting();

    /** Refuses new requests, ends waiting ones as {@link RestOutcome.Unavailable}, and completes when those under way have ended. */
    Future<Void> close();
}
