package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Makes the message object of a draft or an edit. */
final class MessageBodies {
    private static final List<String> CONTENT_FIELDS = List.of("embeds", "attachments", "components");
    private final World world;

    MessageBodies(World world) {
        this.world = world;
    }

    void fill(Message message, MessageDraft draft) {
        Channel channel = draft.channel();
        JsonObject fields = draft.fields();
        Optional<Message> repliedTo = Optional.ofNullable(fields.getJsonObject("message_reference"))
                .filter(reference -> reference.getInteger("type", 0) == 0)
                .flatMap(reference -> Snowflake.parse(reference.getString("message_id", "")))
                .flatMap(channel.messages()::get);
        JsonObject body = message.body();
        body.put("type", Messages.typeOf(repliedTo.isPresent()))
                .put(
                        "content",
                        Optional.ofNullable(fields.getString("content"))
                                .orElse("")
                                .strip())
                .put("mentions", new JsonArray())
                .put("mention_roles", new JsonArray())
                .put("attachments", draft.attachments())
                .put("embeds", embeds(fields))
                .put("timestamp", Times.format(message.id().time()))
                .put("edited_timestamp", null)
                .put("flags", Optional.ofNullable(fields.getInteger("flags")).orElse(0) & Message.SETTABLE)
                .put("components", Components.numbered(fields.getJsonArray("components")))
                .put("id", message.id().toString())
                .put("channel_id", channel.id().toString())
                .put("author", draft.author().json())
                .put("pinned", false)
                .put("mention_everyone", false)
                .put("tts", Boolean.TRUE.equals(fields.getBoolean("tts")));
        message.origin().webhook().ifPresent(webhook -> body.put("webhook_id", webhook.toString()));
        if (fields.getValue("poll") instanceof JsonObject poll) {
            body.put("poll", poll);
        }
        repliedTo.ifPresent(original -> body.put("message_reference", reference(original))
                .put("referenced_message", original.json(world.bot())));
        draft.extra().forEach(entry -> body.put(entry.getKey(), entry.getValue()));
        mention(message, draft.allowedMentions(), repliedTo.map(Message::author));
    }

    void change(Message message, JsonObject fields, Optional<JsonArray> attachments) {
        JsonObject body = message.body();
        if (fields.containsKey("content")) {
            body.put(
                    "content",
                    Optional.ofNullable(fields.getString("content")).orElse("").strip());
        }
        if (fields.containsKey("embeds")) {
            body.put("embeds", embeds(fields));
        }
        if (fields.containsKey("components")) {
            body.put("components", Components.numbered(fields.getJsonArray("components")));
        }
        if (fields.getValue("flags") instanceof Number flags) {
            int kept = message.flags() & ~(Message.SETTABLE & ~Message.EPHEMERAL & ~Message.COMPONENTS_V2);
            body.put("flags", kept | flags.intValue() & Message.SETTABLE & ~Message.EPHEMERAL);
        }
        if ((message.flags() & Message.SUPPRESS_EMBEDS) != 0) {
            body.put("embeds", new JsonArray());
        }
        body.put("flags", body.getInteger("flags") & ~Message.LOADING);
        attachments.ifPresent(list -> body.put("attachments", list));
        mention(message, Optional.ofNullable(fields.getJsonObject("allowed_mentions")), Optional.empty());
    }

    JsonObject reference(Message original) {
        var reference = new JsonObject()
                .put("type", 0)
                .put("message_id", original.id().toString())
                .put("channel_id", original.channel().id().toString());
        original.channel()
                .guild()
                .ifPresent(guild -> reference.put("guild_id", guild.id().toString()));
        return reference;
    }

    private void mention(Message message, Optional<JsonObject> allowed, Optional<User> repliedTo) {
        Channel channel = message.channel();
        boolean all = Permission.MENTION_EVERYONE.in(Permissions.inChannel(channel, message.author(), world.now()));
        String text = message.content() + Components.text(message.components());
        var mentions = Mentions.in(
                text,
                allowed,
                all,
                repliedTo,
                (role, mayMentionAll) -> channel.guild()
                        .map(guild -> guild.roles().get(role))
                        .filter(found -> mayMentionAll || found.mentionable())
                        .isPresent());
        var users = new JsonArray();
        mentions.users().forEach(id -> world.findUser(id).ifPresent(user -> users.add(user.json())));
        var roles = new JsonArray();
        mentions.roles().forEach(role -> roles.add(role.toString()));
        message.body().put("mentions", users).put("mention_roles", roles).put("mention_everyone", mentions.everyone());
    }

    JsonArray mentionsWithMembers(Guild guild, JsonArray mentions) {
        var list = new JsonArray();
        for (Object each : mentions) {
            if (each instanceof JsonObject user) {
                JsonObject copy = user.copy();
                Snowflake.parse(user.getString("id"))
                        .map(guild.members()::get)
                        .ifPresent(member -> copy.put("member", member.partial()));
                list.add(copy);
            }
        }
        return list;
    }

    static JsonObject withoutContent(JsonObject data) {
        var stripped = new JsonObject(new LinkedHashMap<>(data.getMap()));
        stripped.put("content", "");
        CONTENT_FIELDS.forEach(field -> stripped.put(field, new JsonArray()));
        stripped.remove("poll");
        return stripped;
    }

    private static JsonArray embeds(JsonObject fields) {
        var list = new JsonArray();
        JsonArray given = fields.getJsonArray("embeds");
        if (given != null) {
            for (Object each : given) {
                if (each instanceof JsonObject embed) {
                    list.add(embed.copy().put("type", "rich"));
                }
            }
        }
        return list;
    }
}
