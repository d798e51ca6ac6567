package dev.warren.gateway.outbound.actions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Members;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.Attachment;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A page of a channel's history as the words of the schemas. Like all that is read back, authors come without roles. */
final class FoundMessages {
    private FoundMessages() {}

    /** The messages, the oldest first. */
    static List<MessageCreated> read(GuildId guild, ChannelId channel, JsonNode page) {
        var messages = new ArrayList<MessageCreated>();
        page.forEach(message -> messages.add(message(guild, channel, message)));
        messages.sort(Comparator.comparingLong(message -> message.id().value()));
        return messages;
    }

    private static MessageCreated message(GuildId guild, ChannelId channel, JsonNode data) {
        var id = Nodes.requiredId(data, "id", MessageId::of);
        return new MessageCreated(
                id,
                Optional.of(guild),
                channel,
                Members.user(data.path("author")),
                Nodes.number(data, "type"),
                Nodes.text(data, "webhook_id").isPresent(),
                id.createdAt(),
                Nodes.text(data, "content").orElse(""),
                Nodes.child(data, "message_reference").flatMap(at -> Nodes.id(at, "message_id", MessageId::of)),
                Nodes.child(data, "referenced_message")
                        .flatMap(message -> Nodes.child(message, "author"))
                        .flatMap(author -> Nodes.id(author, "id", UserId::of)),
                users(data),
                Nodes.ids(data, "mention_roles", RoleId::of),
                Nodes.flag(data, "mention_everyone"),
                false,
                attachments(data),
                Optional.empty(),
                true);
    }

    private static List<UserId> users(JsonNode data) {
        var users = new ArrayList<UserId>();
        data.path("mentions").forEach(user -> users.add(Nodes.requiredId(user, "id", UserId::of)));
        return users;
    }

    private static List<Attachment> attachments(JsonNode data) {
        var attachments = new ArrayList<Attachment>();
        data.path("attachments")
                .forEach(file -> attachments.add(new Attachment(
                        file.path("id").asText(),
                        file.path("filename").asText(),
                        file.path("size").asLong(),
                        file.path("url").asText(),
                        Nodes.text(file, "content_type"))));
        return attachments;
    }
}
