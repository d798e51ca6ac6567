package dev.warren.gateway.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.schemas.discord.Attachment;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that may be a command.
 *
 * @param author with their permissions in the channel, where they are known
 * @param kind Discord's message type
 * @param data as Discord sent it, for the members it mentions
 */
public record WrittenMessage(
        MessageId id,
        Optional<GuildId> guild,
        ChannelId channel,
        Member author,
        int kind,
        Instant createdAt,
        String content,
        List<Attachment> attachments,
        JsonNode data) {
    /**
     * Where it was asked.
     *
     * @param locale of the guild, where it is known
     */
    public Origin origin(Optional<String> locale) {
        return new Origin(Optional.empty(), Optional.of(id), guild, channel, author, locale);
    }
}
