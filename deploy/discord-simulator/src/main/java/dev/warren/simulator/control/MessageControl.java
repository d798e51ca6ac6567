package dev.warren.simulator.control;

import dev.warren.simulator.cdn.Attachments;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.MessageDraft;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What members write, change and delete, how they react, and what stands in a channel. */
final class MessageControl {
    private static final int MAX_CONTENT = 4000;
    private static final int MAX_PAGE = 1000;
    private static final int MAX_LINK = 2000;
    private static final int MAX_FILE = 10 * 1024 * 1024;
    private final Places places;
    private final Messages messages;
    private final Attachments attachments;
    private final Stats stats;

    MessageControl(Places places, Messages messages, Attachments attachments, Stats stats) {
        this.places = places;
        this.messages = messages;
        this.attachments = attachments;
        this.stats = stats;
    }

    void addTo(ControlApi api) {
        api.post("/messages", this::create);
        api.get("/messages", this::list);
        api.get("/messages/:id", input -> Reply.ok(describe(places.message(input.id("id")))));
        api.patch("/messages/:id", this::edit);
        api.delete("/messages/:id", this::delete);
        api.post("/messages/:id/embeds", this::unfold);
        api.post("/reactions", input -> react(input, true));
        api.delete("/reactions", input -> react(input, false));
        api.post("/typing", this::typing);
    }

    private Reply create(Input input) {
        User author = places.user(input, "author");
        Channel channel = places.channel(input, author);
        mayWrite(author, channel);
        boolean files = input.has("attachments");
        var fields = new JsonObject();
        if (files) {
            input.optionalText("content", MAX_CONTENT).ifPresent(content -> fields.put("content", content));
        } else {
            fields.put("content", input.text("content", MAX_CONTENT));
        }
        input.optionalId("replyTo").map(places::message).ifPresent(original -> {
            if (!original.channel().equals(channel)) {
                throw BadInput.field(
                        "replyTo",
                        "a message of the same channel",
                        original.id().toString());
            }
            fields.mergeIn(Messages.replyTo(original));
        });
        JsonArray kept = keep(channel, input);
        stats.add(Count.MESSAGES);
        Message message = messages.create(
                new MessageDraft(channel, author, fields, kept, Message.Origin.PLAIN, new JsonObject()));
        var reply = new JsonObject()
                .put("id", message.id().toString())
                .put("channelId", channel.id().toString());
        channel.guild().ifPresent(guild -> reply.put("guildId", guild.id().toString()));
        return Reply.created(reply);
    }

    private void mayWrite(User author, Channel channel) {
        if (!channel.type().text()) {
            throw BadInput.field("channel", "a channel with messages", channel.name());
        }
        places.join(author, channel);
        long set = Permissions.inChannel(channel, author, places.world().now());
        Permission needed = channel.type().thread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES;
        if (!needed.in(set)) {
            throw BadInput.with(
                    403,
                    new JsonObject()
                            .put("message", "the member may not write here")
                            .put("missing", needed.name()));
        }
    }

    private JsonArray keep(Channel channel, Input input) {
        var list = new JsonArray();
        for (Input file : input.objects("attachments")) {
            byte[] bytes = file.optionalText("text", MAX_FILE)
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .orElseGet(() -> decode(file.text("base64", MAX_FILE)));
            list.add(attachments.keep(
                    channel,
                    file.text("name", 200),
                    file.optionalText("contentType", 100).orElse("application/octet-stream"),
                    Buffer.buffer(bytes),
                    Optional.empty()));
        }
        return list;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw BadInput.field("attachments.base64", "Base64", base64.substring(0, Math.min(20, base64.length())));
        }
    }

    private Reply edit(Input input) {
        Message message = own(input);
        messages.edit(
                message, new JsonObject().put("content", input.text("content", MAX_CONTENT)), Optional.empty(), true);
        return Reply.ok(describe(message));
    }

    private Reply delete(Input input) {
        messages.delete(own(input));
        return Reply.NOTHING;
    }

    private Reply unfold(Input input) {
        Message message = places.message(input.id("id"));
        messages.unfold(message, input.texts("links", MAX_LINK));
        return Reply.ok(describe(message));
    }

    /** The message, which must be the user's own when a user is named. */
    private Message own(Input input) {
        Message message = places.message(input.id("id"));
        if (input.has("user") && !message.author().equals(places.user(input, "user"))) {
            throw BadInput.with(403, new JsonObject().put("message", "the message is somebody else's"));
        }
        return message;
    }

    private Reply react(Input input, boolean add) {
        Message message = places.message(input.id("messageId"));
        User user = places.user(input, "user");
        places.join(user, message.channel());
        messages.react(message, user, input.text("emoji", 100), add);
        return add
                ? Reply.created(new JsonObject().put("messageId", message.id().toString()))
                : Reply.NOTHING;
    }

    private Reply typing(Input input) {
        User user = places.user(input, "user");
        Channel channel = places.channel(input, user);
        places.join(user, channel);
        messages.typing(channel, user);
        return Reply.NOTHING;
    }

    /** Messages in order of time: those after an id, or else the newest. */
    private Reply list(Input input) {
        Channel channel = listed(input);
        int limit = input.optionalNumber("limit", 1, MAX_PAGE).orElse(100L).intValue();
        Optional<Snowflake> after = input.optionalId("after");
        Optional<Snowflake> before = input.optionalId("before");
        List<Message> page;
        if (after.isPresent()) {
            page = channel.messages().after(after.get(), limit, true);
        } else if (before.isPresent()) {
            page = channel.messages().before(before.get(), limit, true).reversed();
        } else {
            page = channel.messages().newest(limit, true).reversed();
        }
        var list = new JsonArray();
        page.forEach(message -> list.add(describe(message)));
        return Reply.ok(list);
    }

    private Channel listed(Input input) {
        if (input.has("channelId")) {
            return places.world()
                    .findChannel(input.id("channelId"))
                    .orElseThrow(() -> BadInput.notFound("there is no such channel"));
        }
        return input.has("guild")
                ? places.channel(places.guild(input), input)
                : places.world().directMessages(places.user(input, "user"));
    }

    private JsonObject describe(Message message) {
        JsonObject json = message.json(places.world().bot());
        message.origin().interaction().ifPresent(id -> json.put("interactionId", id.toString()));
        message.origin().ephemeralFor().ifPresent(user -> json.put("ephemeralFor", user.name()));
        return json;
    }
}
