package dev.warren.embed.feeds;

import java.time.Duration;
import java.util.Optional;

/** What came of asking a source. */
sealed interface Polled {
    /**
     * It answered.
     *
     * @param validators to ask the next time with
     * @param holds how long the answer holds, where the source says so
     */
    record Answered(FeedDocument document, Validators validators, Optional<Duration> holds) implements Polled {}

    /** Nothing has changed since it was asked last. */
    record Unchanged(Optional<Duration> holds) implements Polled {}

    /**
     * It could not be asked, or its answer makes no sense.
     *
     * @param reason a short word for metrics and for those who follow it
     * @param after how long it wants to be left alone, where it says so
     */
    record Failed(String reason, Optional<Duration> after) implements Polled {}

    /** For metrics. */
    default String outcome() {
        return switch (this) {
            case Answered _ -> "answered";
            case Unchanged _ -> "unchanged";
            case Failed failed -> failed.reason();
        };
    }

    /**
     * What tells the source which answer is known (RFC 9110, section 13.1).
     *
     * @param etag for {@code If-None-Match}
     * @param modified for {@code If-Modified-Since}
     */
    record Validators(Optional<String> etag, Optional<String> modified) {
        static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
    }
}
