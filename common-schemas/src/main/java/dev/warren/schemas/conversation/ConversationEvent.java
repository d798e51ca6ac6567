package dev.warren.schemas.conversation;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/** What members and the bot said to each other: topic {@code conversation.events}, which carries content for 7 days. */
public sealed interface ConversationEvent {
    /**
     * A member said something and was answered; its id is the message's or the interaction's with {@code /turn}.
     *
     * @param guild where; none in direct messages
     * @param conversation names the conversation, one at a time for a member in a channel
     * @param number of the turn in its conversation, from 1
     * @param prompt what the member said
     * @param answer what the bot said, whole
     * @param persona who the bot was
     * @param model what answered, such as {@code openai/gpt-4o-mini} or {@code offline}
     */
    @WireType("dev.warren.conversation.turn-taken.v1")
    record TurnTaken(
            Optional<GuildId> guild,
            ChannelId channel,
            UserId user,
            String conversation,
            int number,
            String prompt,
            String answer,
            String persona,
            String model,
            Instant at)
            implements ConversationEvent {
        public TurnTaken {
            named(conversation);
            if (number < 1) {
                throw new IllegalArgumentException("number must be at least 1: " + number);
            }
        }
    }

    /**
     * A conversation is over.
     *
     * @param turns how many it had, at least 1
     */
    @WireType("dev.warren.conversation.conversation-ended.v1")
    record ConversationEnded(
            Optional<GuildId> guild,
            ChannelId channel,
            UserId user,
            String conversation,
            EndReason reason,
            int turns,
            Instant at)
            implements ConversationEvent {
        public ConversationEnded {
            named(conversation);
            if (turns < 1) {
                throw new IllegalArgumentException("turns must be at least 1: " + turns);
            }
        }
    }

    /**
     * What a conversation that has ended was about.
     *
     * @param summary in a few sentences
     */
    @WireType("dev.warren.conversation.conversation-summarised.v1")
    record ConversationSummarised(
            Optional<GuildId> guild,
            ChannelId channel,
            UserId user,
            String conversation,
            String summary,
            Instant from,
            Instant to)
            implements ConversationEvent {
        public ConversationSummarised {
            named(conversation);
            if (summary.isBlank()) {
                throw new IllegalArgumentException("summary must not be blank");
            }
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to must not be before from, " + from + ": " + to);
            }
        }
    }

    /**
     * Something worth remembering about a member was said; the memory service decides whether to keep it.
     *
     * @param conversation in which it was said
     * @param text one sentence about the member
     */
    @WireType("dev.warren.conversation.fact-proposed.v1")
    record FactProposed(Optional<GuildId> guild, UserId user, String conversation, String text, Instant at)
            implements ConversationEvent {
        /** Longest text of a fact, in characters. */
        public static final int LONGEST = 500;

        public FactProposed {
            named(conversation);
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("text must have 1 to " + LONGEST + " characters: " + text.length());
            }
        }
    }

    /** Why a conversation is over. */
    enum EndReason {
        /** The member said goodbye. */
        DISMISSED,
        /** Nothing was said for the time that it stays open. */
        IDLE,
        /** The member or an administrator cleared it. */
        CLEARED
    }

    /** A type of the future. */
    record Unknown(String type) implements ConversationEvent, UnknownType {}

    private static void named(String conversation) {
        if (conversation.isBlank()) {
            throw new IllegalArgumentException("conversation must not be blank");
        }
    }
}
