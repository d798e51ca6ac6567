package dev.warren.gateway.rest;

/** Whether a request may be sent again when it is unknown what became of it. */
public enum Repeatable {
    /** Doing it twice is the same as doing it once. */
    IDEMPOTENT,
    /** A repetition could do it twice: an unclear end is given to the caller as {@link RestOutcome.Unknown}. */
    NEVER
}
