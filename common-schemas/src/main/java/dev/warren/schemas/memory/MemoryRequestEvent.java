package dev.warren.schemas.memory;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a member's memory from elsewhere than Discord, such as by a tool: topic {@code memory.requests}, which carries content
 * for 7 days. The effect happens when the record is consumed.
 */
public sealed interface MemoryRequestEvent {
    /**
     * Something about a member is to be remembered.
     *
     * @param guild where it was said; none in direct messages
     * @param text one sentence about the member
     */
    @WireType("dev.warren.memory.remember-fact.v1")
    record RememberFact(Optional<GuildId> guild, UserId user, String text, Instant at) implements MemoryRequestEvent {
        /** Longest text of a fact, in characters. */
        public static final int LONGEST = 500;

        public RememberFact {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("text must have 1 to " + LONGEST + " characters: " + text.length());
            }
        }
    }

    /**
     * Some of what is remembered about a member is to be forgotten.
     *
     * @param facts their numbers among the member's, 1 to 100 of them
     */
    @WireType("dev.warren.memory.forget-facts.v1")
    record ForgetFacts(Optional<GuildId> guild, UserId user, List<Integer> facts, Instant at)
            implements MemoryRequestEvent {
        /** The most facts that one record names. */
        public static final int MOST = 100;

        public ForgetFacts {
            facts = List.copyOf(facts);
            if (facts.isEmpty() || facts.size() > MOST) {
                throw new IllegalArgumentException("facts must be 1 to " + MOST + ": " + facts.size());
            }
            if (facts.stream().anyMatch(number -> number < 1)) {
                throw new IllegalArgumentException("facts must be numbers from 1: " + facts);
            }
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements MemoryRequestEvent, UnknownType {}
}
