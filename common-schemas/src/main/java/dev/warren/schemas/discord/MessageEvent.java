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

/** What was said, with its content: topic {@code discord.messages}. */
public sealed interface MessageEvent {

    /**
     * A message was created.
     *
     * @param guild none in direct messages
     * @param kind Discord's message type; 0 is a plain message, 19 a reply
     * @param webhook whether a webhook wrote it
     * @param content empty without the message content intent, unless the bot is addressed
     * @param replyTo the message it answers
     * @param replyToAuthor who wrote that message, where Discord sent it along
     * @param mentionsBot whether the bot itself is mentioned
     * @param command the prefix command it was taken for, none for conversation
     * @param backfilled read back after a gap: without roles, and a live copy of it wins
     */
    @WireType("dev.warren.discord.message-created.v1")
    record MessageCreated(
            MessageId id,
            Optional<GuildId> guild,
            ChannelId channel,
            Member author,
            int kind,
            boolean webhook,
            Instant createdAt,
            String content,
            Optional<MessageId> replyTo,
            Optional<UserId> replyToAuthor,
            List<UserId> mentions,
            List<RoleId> mentionedRoles,
            boolean mentionsEveryone,
            boolean mentionsBot,
            List<Attachment> attachments,
            Optional<String> command,
            boolean backfilled)
            implements MessageEvent {
        public MessageCreated {
            mentions = List.copyOf(mentions);
            mentionedRoles = List.copyOf(mentionedRoles);
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A message was edited by its author.
     *
     * @param author none when Discord sent a partial message and the gateway no longer knows it
     */
    @WireType("dev.warren.discord.message-edited.v1")
    record MessageEdited(
            MessageId id,
            Optional<GuildId> guild,
            ChannelId channel,
            Optional<UserId> author,
            Instant editedAt,
            String content,
            List<Attachment> attachments)
            implements MessageEvent {
        public MessageEdited {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A message was deleted; it may overtake its creation.
     *
     * @param author from the gateway's cache, where it still knows
     */
    @WireType("dev.warren.discord.message-deleted.v1")
    record MessageDeleted(MessageId id, Optional<GuildId> guild, ChannelId channel, Optional<UserId> author)
            implements MessageEvent {}

    /**
     * Discord shows what links of somebody's message lead to. It may come with the message, a moment after it, or again after an edit;
     * what the bots themselves show is not told.
     *
     * @param author none when Discord sent a partial message and the gateway no longer knows it
     * @param links the addresses that are shown, as Discord writes them
     */
    @WireType("dev.warren.discord.message-unfolded.v1")
    record MessageUnfolded(
            MessageId id, Optional<GuildId> guild, ChannelId channel, Optional<UserId> author, List<String> links)
            implements MessageEvent {
        public MessageUnfolded {
            links = List.copyOf(links);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements MessageEvent, UnknownType {}
}
