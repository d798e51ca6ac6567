package dev.warren.simulator.rest;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Times;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Reactions and pins. */
final class ReactionRoutes {
    private static final String ALL = "/channels/{channel_id}/messages/{message_id}/reactions";
    private static final String EMOJI = ALL + "/{emoji_name}";
    private static final int MAX_KINDS = 20;
    private static final int MAX_PINS = 250;
    private final Access access;
    private final Messages messages;

    ReactionRoutes(Access access, Messages messages) {
        this.access = access;
        this.messages = messages;
    }

    void addTo(Routes routes) {
        routes.put(EMOJI + "/@me", Bucket.REACTION, this::add);
        routes.delete(
                EMOJI + "/@me",
                Bucket.REACTION,
                call -> remove(call, access.bot().id()));
        routes.delete(EMOJI + "/{user_id}", Bucket.REACTION, call -> remove(call, call.id("user_id")));
        routes.get(EMOJI, Bucket.REACTION, this::list);
        routes.delete(EMOJI, Bucket.REACTION, call -> clear(call, Optional.of(call.path("emoji_name"))));
        routes.delete(ALL, Bucket.REACTION, call -> clear(call, Optional.empty()));
        routes.get("/channels/{channel_id}/pins", Bucket.PINS, this::oldPins);
        routes.put("/channels/{channel_id}/pins/{message_id}", Bucket.PINS, call -> pin(call, true));
        routes.delete("/channels/{channel_id}/pins/{message_id}", Bucket.PINS, call -> pin(call, false));
        routes.put("/channels/{channel_id}/messages/pins/{message_id}", Bucket.PINS, call -> pin(call, true));
        routes.delete("/channels/{channel_id}/messages/pins/{message_id}", Bucket.PINS, call -> pin(call, false));
        routes.get("/channels/{channel_id}/messages/pins", Bucket.PINS, this::pins);
    }

    private Message message(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.READ_MESSAGE_HISTORY);
        return access.message(channel, call.id("message_id"));
    }

    private Answer add(Call call) {
        Message message = message(call);
        String emoji = emoji(call);
        if (message.reacted(emoji).isEmpty()) {
            access.need(message.channel(), Permission.ADD_REACTIONS);
            if (message.json(access.bot())
                            .getJsonArray("reactions", new JsonArray())
                            .size()
                    >= MAX_KINDS) {
                throw Refused.of(400, 30010, "Maximum number of reactions reached (20)");
            }
        }
        messages.react(message, access.bot(), emoji, true);
        return Answer.NOTHING;
    }

    /** An emoji is a character beyond letters, or {@code name:id}. */
    private static String emoji(Call call) {
        String emoji = call.path("emoji_name");
        boolean custom = emoji.matches("\\w{2,32}:\\d{15,19}");
        boolean character =
                emoji.codePoints().anyMatch(point -> point > 0xA8) || emoji.matches("[0-9#*]\\uFE0F?\\u20E3");
        if (!custom && !character) {
            throw Refused.of(400, 10014, "Unknown Emoji");
        }
        return emoji;
    }

    private Answer remove(Call call, Snowflake user) {
        Message message = message(call);
        if (!user.equals(access.bot().id())) {
            access.need(message.channel(), Permission.MANAGE_MESSAGES);
        }
        messages.react(message, access.user(user), emoji(call), false);
        return Answer.NOTHING;
    }

    private Answer list(Call call) {
        Message message = message(call);
        int limit = call.queryInt("limit", 25, 1, 100);
        Snowflake after = call.queryId("after").orElse(new Snowflake(0));
        var list = new JsonArray();
        message.reacted(emoji(call)).stream()
                .sorted()
                .filter(id -> id.compareTo(after) > 0)
                .limit(limit)
                .forEach(id -> list.add(access.user(id).json()));
        return Answer.ok(list);
    }

    private Answer clear(Call call, Optional<String> emoji) {
        Message message = message(call);
        access.need(message.channel(), Permission.MANAGE_MESSAGES);
        messages.clearReactions(message, emoji);
        return Answer.NOTHING;
    }

    private Answer pin(Call call, boolean pinned) {
        Message message = message(call);
        access.need(message.channel(), Permission.MANAGE_MESSAGES);
        if (pinned && message.channel().messages().pinned().size() >= MAX_PINS) {
            throw Refused.of(400, 30003, "Maximum number of pins reached for the channel (250)");
        }
        messages.pin(message, access.bot(), pinned);
        return Answer.NOTHING;
    }

    private Answer oldPins(Call call) {
        var list = new JsonArray();
        access.channel(call.id("channel_id"))
                .messages()
                .pinned()
                .forEach(message -> list.add(message.json(access.bot())));
        return Answer.ok(list);
    }

    private Answer pins(Call call) {
        var items = new JsonArray();
        access.channel(call.id("channel_id"))
                .messages()
                .pinned()
                .forEach(message -> items.add(new JsonObject()
                        .put("pinned_at", Times.format(message.id().time()))
                        .put("message", message.json(access.bot()))));
        return Answer.ok(new JsonObject().put("items", items).put("has_more", false));
    }
}
