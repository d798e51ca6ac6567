package dev.warren.ai.providers;

import java.time.Duration;
import java.util.Optional;

/** A call to a provider failed. Its message names no content: it may be logged. */
public final class CallFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Failure failure;
    private final transient Optional<Duration> retryAfter;

    /** @param retryAfter what the provider asked for */
    public CallFailed(Failure failure, Optional<Duration> retryAfter, String detail) {
        super(failure + " " + detail);
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    public Failure failure() {
        return failure;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The failed call behind a failure that may wrap it. */
    public static Optional<CallFailed> in(Throwable thrown) {
        return switch (thrown) {
            case CallFailed failed -> Optional.of(failed);
            case Throwable other when other.getCause() != null -> in(other.getCause());
            case Throwable _ -> Optional.empty();
        };
    }
}
