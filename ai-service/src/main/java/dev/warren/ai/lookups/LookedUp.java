package dev.warren.ai.lookups;

/**
 * What came of a look-up.
 *
 * @param <T> what was looked up
 */
public sealed interface LookedUp<T> {
    record Found<T>(T what) implements LookedUp<T> {}

    /** @param reason as the gateway gave it, without content */
    record Refused<T>(String reason) implements LookedUp<T> {}

    /** No answer within the patience. */
    record NotInTime<T>() implements LookedUp<T> {}
}
