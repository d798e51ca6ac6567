package dev.warren.memory.archive;

import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.conversation.ConversationEvent.ConversationEnded;
import dev.warren.schemas.conversation.ConversationEvent.ConversationSummarised;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is to be kept.
 *
 * @param at when it was said; of a summary, when what it sums up began
 */
record Said(EventId id, Kind kind, UserId user, ChannelId channel, Instant at, ConversationEvent payload) {
    /** What it is; the names stand in the database. */
    enum Kind {
        TURN("turns"),
        SUMMARY("summaries");

        private final String several;

        Kind(String several) {
            this.several = several;
        }

        String several() {
            return several;
        }
    }

    static Optional<Said> of(Event<ConversationEvent> event) {
        return switch (event.payload()) {
            case TurnTaken turn ->
                Optional.of(new Said(event.id(), Kind.TURN, turn.user(), turn.channel(), turn.at(), turn));
            case ConversationSummarised summary ->
                Optional.of(
                        new Said(event.id(), Kind.SUMMARY, summary.user(), summary.channel(), summary.from(), summary));
            case ConversationEnded _, FactProposed _, ConversationEvent.Unknown _ -> Optional.empty();
        };
    }

    /** What its seal is bound to. */
    String row() {
        return row(id.value());
    }

    static String row(String id) {
        return "conversation:" + id;
    }
}
