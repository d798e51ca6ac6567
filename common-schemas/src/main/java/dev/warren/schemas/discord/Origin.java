package dev.warren.schemas.discord;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.MessageId;
import java.util.Optional;

/**
 * Where something was asked, and so where its answer goes.
 *
 * @param interaction the interaction to answer; none for a prefix command
 * @param message the message that asked (prefix, mention), or that carries the component
 * @param guild none in direct messages
 * @param member who asked, with roles and permissions as Discord sent them
 * @param locale the member's language at Discord, such as {@code en-GB}; the guild's for a prefix command, where known
 */
public record Origin(
        Optional<InteractionId> interaction,
        Optional<MessageId> message,
        Optional<GuildId> guild,
        ChannelId channel,
        Member member,
        Optional<String> locale) {}
