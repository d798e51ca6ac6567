package dev.warren.gateway.limits;

import java.util.concurrent.CompletionStage;

/** How often commands may be used. */
@FunctionalInterface
public interface UseLimits {
    /** Counts one use, if it is within all limits. Never fails. */
    CompletionStage<LimitVerdict> take(Use use);
}
