package dev.warren.schemas.discord;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/** Reactions: topic {@code discord.reactions}. An emoji is its character, or {@code name:id} for a custom one. */
public sealed interface ReactionEvent {
    @WireType("dev.warren.discord.reaction-added.v1")
    record ReactionAdded(
            Optional<GuildId> guild,
            ChannelId channel,
            MessageId message,
            UserId user,
            Optional<UserId> messageAuthor,
            String emoji)
            implements ReactionEvent {}

    @WireType("dev.warren.discord.reaction-removed.v1")
    record ReactionRemoved(Optional<GuildId> guild, ChannelId channel, MessageId message, UserId user, String emoji)
            implements ReactionEvent {}

    /**
     * All reactions of a message went at once.
     *
     * @param emoji only those of this emoji; none for all
     */
    @WireType("dev.warren.discord.reactions-cleared.v1")
    record ReactionsCleared(Optional<GuildId> guild, ChannelId channel, MessageId message, Optional<String> emoji)
            implements ReactionEvent {}

    /** A type of the future. */
    record Unknown(String type) implements ReactionEvent, UnknownType {}
}
