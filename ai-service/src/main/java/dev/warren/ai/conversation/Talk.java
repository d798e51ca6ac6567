package dev.warren.ai.conversation;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation of a member in a channel.
 *
 * @param id names it; the lane of its turns
 * @param turns that were answered
 */
record Talk(
        String id,
        Optional<GuildId> guild,
        ChannelId channel,
        UserId user,
        int turns,
        Instant openedAt,
        Instant lastAt) {}
