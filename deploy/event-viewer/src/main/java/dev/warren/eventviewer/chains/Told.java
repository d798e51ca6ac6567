package dev.warren.eventviewer.chains;

import java.time.Instant;
import java.util.Optional;

/**
 * A record in plain words.
 *
 * @param line one sentence, for somebody who sees this for the first time
 * @param outcome how it went, as far as this record says
 * @param at when it happened to the millisecond, where the record itself says so
 */
public record Told(String line, Outcome outcome, Optional<Instant> at) {
    /** How something went. */
    public enum Outcome {
        /** It happened. */
        DONE,
        /** Nothing came of it, and that is right so. */
        SKIPPED,
        /** Somebody said no. */
        REFUSED,
        /** It went wrong. */
        FAILED,
        /** What comes of it is told by another record. */
        UNDERWAY
    }

    static Told done(String line) {
        return new Told(line, Outcome.DONE, Optional.empty());
    }

    static Told underway(String line) {
        return new Told(line, Outcome.UNDERWAY, Optional.empty());
    }

    static Told skipped(String line) {
        return new Told(line, Outcome.SKIPPED, Optional.empty());
    }

    static Told refused(String line) {
        return new Told(line, Outcome.REFUSED, Optional.empty());
    }

    static Told failed(String line) {
        return new Told(line, Outcome.FAILED, Optional.empty());
    }

    Told at(Instant time) {
        return new Told(line, outcome, Optional.of(time));
    }
}
