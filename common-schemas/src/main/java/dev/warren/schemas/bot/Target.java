package dev.warren.schemas.bot;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import java.util.Optional;

/**
 * A message to edit, delete or react to: one that Warren posted, by the reply's id, or one of Discord's.
 *
 * @param reply Warren's id of a reply or an answer
 * @param message Discord's id; used where no reply is named
 */
public record Target(Optional<EventId> reply, ChannelId channel, Optional<MessageId> message) {
    public Target {
        if (reply.isPresent() == message.isPresent()) {
            throw new IllegalArgumentException("a target must name either a reply or a message");
        }
    }

    public static Target reply(ChannelId channel, EventId reply) {
        return new Target(Optional.of(reply), channel, Optional.empty());
    }

    public static Target message(ChannelId channel, MessageId message) {
        return new Target(Optional.empty(), channel, Optional.of(message));
    }
}
