package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * One answer of a conversation.
 *
 * @param id of the answer
 * @param cause the event that asked for it; none for the gateway's own answers, of which no receipt is written
 * @param source the message that carries the used component
 * @param resumed whether follow-ups of it may stand already
 */
record Turn(
        Conversation conversation,
        EventId id,
        Optional<Event<?>> cause,
        Optional<ChannelId> channel,
        Optional<MessageId> source,
        Instant expiresAt,
        boolean resumed) {
    PendingInteraction about() {
        return conversation.about();
    }
}
