package dev.warren.schemas.discord;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The same as {@link MessageEvent} without content, for statistics and replays: topic {@code discord.facts}. */
public sealed interface FactEvent {

    /**
     * A message was written.
     *
     * @param channelParent the thread's parent, or the channel's category, where the gateway knows it
     * @param bot whether a bot wrote it
     * @param webhook whether a webhook wrote it
     * @param kind Discord's message type
     * @param length in UTF-16 units, as Discord counts
     * @param collapsedLength the same after runs of one character or one word count once
     * @param words separated by white space
     * @param sketch 64-bit similarity hash over lower-cased words; near texts differ in few bits
     * @param linkHosts hosts of links, lower case, in order, each once
     * @param command the prefix command it was taken for
     * @param live false when it was read back after a gap, and so lacks roles
     */
    @WireType("dev.warren.discord.message-fact.v1")
    record MessageFact(
            MessageId message,
            Optional<GuildId> guild,
            ChannelId channel,
            Optional<ChannelId> channelParent,
            UserId author,
            String authorName,
            Optional<String> avatar,
            List<RoleId> roles,
            boolean bot,
            boolean webhook,
            int kind,
            Instant createdAt,
            int length,
            int collapsedLength,
            int words,
            long sketch,
            int attachments,
            List<String> linkHosts,
            Optional<String> command,
            boolean live)
            implements FactEvent {
        public MessageFact {
            roles = List.copyOf(roles);
            linkHosts = List.copyOf(linkHosts);
            notNegative("length", length);
            notNegative("collapsedLength", collapsedLength);
            notNegative("words", words);
            notNegative("attachments", attachments);
        }
    }

    /** A message was deleted. */
    @WireType("dev.warren.discord.message-deletion-fact.v1")
    record DeletionFact(MessageId message, Optional<GuildId> guild, ChannelId channel, Optional<UserId> author)
            implements FactEvent {}

    /** A type of the future. */
    record Unknown(String type) implements FactEvent, UnknownType {}

    private static void notNegative(String field, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must not be negative: " + value);
        }
    }
}
