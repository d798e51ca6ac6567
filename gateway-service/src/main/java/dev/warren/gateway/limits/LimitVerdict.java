package dev.warren.gateway.limits;

import java.time.Duration;

/** Whether a use is within all limits. */
public sealed interface LimitVerdict {
    /** It is, and has been counted. */
    record Within() implements LimitVerdict {}

    /**
     * It is not, and counts for nothing.
     *
     * @param delay after which it would be
     */
    record Beyond(Limit limit, Duration delay) implements LimitVerdict {}
}
