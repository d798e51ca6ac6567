package dev.warren.memory;

import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.conversation.ConversationEvent.ConversationSummarised;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the AI service tells of a member's conversation.
 *
 * @param channel where they talk
 */
public record Spoken(Broker broker, GuildId guild, ChannelId channel, UserId user) {
    public static Spoken of(Broker broker, Talk talk) {
        return new Spoken(broker, talk.guild(), talk.channel(), talk.user());
    }

    /** A turn that was taken then. */
    public Event<ConversationEvent> turn(String prompt, String answer, Instant at) {
        return event(
                "turn",
                new TurnTaken(
                        Optional.of(guild), channel, user, "c:" + user, 1, prompt, answer, "warren", "offline", at));
    }

    public Event<ConversationEvent> summary(String text, Instant from) {
        return event(
                "summary",
                new ConversationSummarised(
                        Optional.of(guild), channel, user, "c:" + user, text, from, from.plusSeconds(60)));
    }

    private Event<ConversationEvent> event(String what, ConversationEvent payload) {
        return Event.first(
                EventId.of("message:" + UUID.randomUUID() + "/" + what),
                "/ai",
                // a broker takes no record of the future and soon drops one of the past, whatever its content says
                Instant.now(),
                Keys.member(Optional.of(guild), user),
                payload);
    }

    /** Tells it; the same event again is the same one. */
    public Event<ConversationEvent> tell(Event<ConversationEvent> event) {
        broker.send(Topics.CONVERSATION_EVENTS, event);
        return event;
    }
}
