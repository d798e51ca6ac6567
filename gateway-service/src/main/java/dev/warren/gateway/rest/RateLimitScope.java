package dev.warren.gateway.rest;

/** For whom a 429 counts. */
public enum RateLimitScope {
    /** For this bot on this bucket. */
    USER,
    /** For all bots on this resource; it does not count as an invalid request. */
    SHARED,
    /** For all requests of this bot. */
    GLOBAL,
    /** Not Discord's interface answered, but the network before it: everything has to wait. */
    NETWORK
}
