package dev.warren.memory.facts;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that is remembered about a member.
 *
 * @param number among the member's facts, from 1; never given twice
 * @param text one sentence, as {@link FactText} allows
 * @param source the event because of which it is remembered
 * @param notedAt when it was stored
 * @param from from when on it holds
 * @param closed since when it does not hold any more, and because of which other; none while it holds
 */
record Fact(
        UserId member,
        int number,
        String text,
        EventId source,
        Origin origin,
        Instant notedAt,
        Instant from,
        Optional<Closed> closed) {
    Fact {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1: " + number);
        }
    }

    /** Who said so. */
    enum Origin {
        /** The member, by a command. */
        TOLD,
        /** The conversation, in which the member said it. */
        PROPOSED,
        /** A tool, in the member's name. */
        TOOL
    }

    /**
     * The end of a fact.
     *
     * @param by the number of the fact that took its place
     */
    record Closed(Instant at, int by) {}
}
