package dev.warren.gateway.sessions;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.Locale;
import java.util.Optional;

/**
 * Messages of one channel that did not come by the socket, or found no place. A gap may reach over messages that are published already:
 * copies have the same ids.
 *
 * @param guild none for direct messages
 * @param after the last message before it, or an id between two
 * @param until the last message in it, or an id after it
 * @param messages how many were read back so far
 */
public record Gap(
        ChannelId channel, Optional<GuildId> guild, MessageId after, MessageId until, Reason reason, int messages) {
    public Gap {
        requireNonNull(channel, "channel");
        requireNonNull(guild, "guild");
        requireNonNull(reason, "reason");
        if (until.value() < after.value()) {
            throw new IllegalArgumentException("until must not be before after=" + after + ": " + until);
        }
        if (messages < 0) {
            throw new IllegalArgumentException("messages must not be negative: " + messages);
        }
    }

    /** Why it is there. */
    public enum Reason {
        /** The session was gone. */
        SESSION,
        /** There was too much to take. */
        SHED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** One gap over both; what lies between is read as well. */
    Gap merge(Gap other) {
        return new Gap(
                channel,
                guild,
                Snowflakes.older(after, other.after),
                Snowflakes.newer(until, other.until),
                reason,
                Math.max(messages, other.messages));
    }

    /** What is left of it when it is read up to a message. */
    public Gap readTo(MessageId message, int more) {
        return new Gap(channel, guild, message, Snowflakes.newer(message, until), reason, messages + more);
    }
}
