package dev.warren.gateway.sessions;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.Optional;

/**
 * Up to which message Kafka has everything of a channel.
 *
 * @param guild none for direct messages
 */
public record Mark(ChannelId channel, Optional<GuildId> guild, MessageId message) {
    /** The newer of two of the same channel. */
    Mark merge(Mark other) {
        return message.value() >= other.message.value() ? this : other;
    }
}
