package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What happens to messages, and what the gateway tells of it. Checks nothing: who may do it is the callers' question. */
public final class Messages {
    private static final int REPLY = 19;
    private static final int PIN_NOTICE = 6;
    private final World world;
    private final MessageBodies bodies;

    public Messages(World world) {
        this.world = world;
        bodies = new MessageBodies(world);
    }

    /** Writes a message and tells it; the bot is not told of one that a single member sees. */
    public Message create(MessageDraft draft) {
        var message = new Message(
                world.nextId(),
                draft.channel(),
                draft.author(),
                draft.origin(),
                new JsonObject(new LinkedHashMap<>(48)));
        bodies.fill(message, draft);
        world.keep(message);
        unarchive(draft.channel());
        world.dispatch(event("MESSAGE_CREATE", message, true));
        return message;
    }

    private static void unarchive(Channel channel) {
        if (channel.type().thread() && channel.archived() && !channel.locked()) {
            channel.attributes().getJsonObject("thread_metadata").put("archived", false);
        }
    }

    /** Changes the fields that are named, marks the message as edited, and tells it. */
    public void edit(Message message, JsonObject fields, Optional<JsonArray> attachments, boolean markEdited) {
        bodies.change(message, fields, attachments);
        if (markEdited) {
            message.body().put("edited_timestamp", Times.format(world.now()));
        }
        world.dispatch(event("MESSAGE_UPDATE", message, false));
    }

    /** Shows what links of a message lead to, as Discord does by itself a moment after it; nothing where that was suppressed. */
    public void unfold(Message message, List<String> links) {
        if ((message.flags() & Message.SUPPRESS_EMBEDS) != 0) {
            return;
        }
        var embeds = new JsonArray();
        links.forEach(link ->
                embeds.add(new JsonObject().put("type", "link").put("url", link).put("title", link)));
        message.body().put("embeds", embeds);
        world.dispatch(event("MESSAGE_UPDATE", message, false));
    }

    public void delete(Message message) {
        world.forget(message);
        JsonObject data = place(message.channel()).put("id", message.id().toString());
        Event event =
                inChannel("MESSAGE_DELETE", message.channel(), data, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES);
        world.dispatch(message.ephemeral() ? event.forNobody() : event);
    }

    public void deleteAll(Channel channel, List<Message> messages) {
        var ids = new JsonArray();
        messages.forEach(message -> {
            world.forget(message);
            ids.add(message.id().toString());
        });
        world.dispatch(inChannel(
                "MESSAGE_DELETE_BULK",
                channel,
                place(channel).put("ids", ids),
                Intent.GUILD_MESSAGES,
                Intent.DIRECT_MESSAGES));
    }

    public void pin(Message message, User by, boolean pinned) {
        if (message.pinned() == pinned) {
            return;
        }
        message.body().put("pinned", pinned);
        world.dispatch(event("MESSAGE_UPDATE", message, false));
        var data = place(message.channel()).put("last_pin_timestamp", pinned ? Times.format(world.now()) : null);
        world.dispatch(
                inChannel("CHANNEL_PINS_UPDATE", message.channel(), data, Intent.GUILDS, Intent.DIRECT_MESSAGES));
        if (pinned) {
            var extra = new JsonObject().put("type", PIN_NOTICE).put("message_reference", bodies.reference(message));
            create(new MessageDraft(
                    message.channel(), by, new JsonObject(), new JsonArray(), Message.Origin.PLAIN, extra));
        }
    }

    /** Adds or takes a reaction; nothing happens when it is already so. */
    public void react(Message message, User user, String emoji, boolean add) {
        if (message.reacted(emoji).contains(user.id()) == add) {
            return;
        }
        if (add) {
            message.react(emoji, user);
        } else {
            message.unreact(emoji, user);
        }
        var data = reaction(message)
                .put("user_id", user.id().toString())
                .put("emoji", Emoji.json(emoji))
                .put("burst", false)
                .put("type", 0);
        if (add) {
            data.put("message_author_id", message.author().id().toString());
            member(message.channel(), user).ifPresent(member -> data.put("member", member.json()));
        }
        tellReaction(add ? "MESSAGE_REACTION_ADD" : "MESSAGE_REACTION_REMOVE", message, data);
    }

    /** Takes all reactions, or all with one emoji. */
    public void clearReactions(Message message, Optional<String> emoji) {
        if (emoji.isPresent()) {
            message.reactions().remove(emoji.get());
            tellReaction(
                    "MESSAGE_REACTION_REMOVE_EMOJI", message, reaction(message).put("emoji", Emoji.json(emoji.get())));
        } else {
            message.reactions().clear();
            tellReaction("MESSAGE_REACTION_REMOVE_ALL", message, reaction(message));
        }
    }

    private void tellReaction(String type, Message message, JsonObject data) {
        world.dispatch(inChannel(
                type, message.channel(), data, Intent.GUILD_MESSAGE_REACTIONS, Intent.DIRECT_MESSAGE_REACTIONS));
    }

    private static JsonObject reaction(Message message) {
        return place(message.channel()).put("message_id", message.id().toString());
    }

    public void typing(Channel channel, User user) {
        var data = place(channel)
                .put("user_id", user.id().toString())
                .put("timestamp", world.now().getEpochSecond());
        member(channel, user).ifPresent(member -> data.put("member", member.json()));
        world.dispatch(
                inChannel("TYPING_START", channel, data, Intent.GUILD_MESSAGE_TYPING, Intent.DIRECT_MESSAGE_TYPING));
    }

    /** The fields of a reply to another message. */
    public static JsonObject replyTo(Message message) {
        return new JsonObject()
                .put(
                        "message_reference",
                        new JsonObject().put("message_id", message.id().toString()));
    }

    static int typeOf(boolean reply) {
        return reply ? REPLY : 0;
    }

    private static JsonObject place(Channel channel) {
        var data = new JsonObject().put("channel_id", channel.id().toString());
        channel.guild().ifPresent(guild -> data.put("guild_id", guild.id().toString()));
        return data;
    }

    private static Optional<Member> member(Channel channel, User user) {
        return channel.guild().flatMap(guild -> guild.member(user));
    }

    private Event inChannel(String type, Channel channel, JsonObject data, Intent guild, Intent direct) {
        long intents = channel.guild().isPresent() ? guild.bit() : direct.bit();
        return new Event(type, visible(channel) ? intents : Event.NOBODY, channel.guild(), data, Optional.empty());
    }

    private boolean visible(Channel channel) {
        return Permission.VIEW_CHANNEL.in(Permissions.inChannel(channel, world.bot(), world.now()));
    }

    private Event event(String type, Message message, boolean created) {
        Channel channel = message.channel();
        User bot = world.bot();
        JsonObject data = message.json(bot).put("channel_type", channel.type().number());
        channel.guild().ifPresent(guild -> {
            data.put("guild_id", guild.id().toString());
            guild.member(message.author())
                    .filter(any -> message.origin().webhook().isEmpty()
                            || message.author().equals(bot))
                    .ifPresent(member -> data.put("member", member.partial()));
            data.put("mentions", bodies.mentionsWithMembers(guild, data.getJsonArray("mentions")));
        });
        if (created && message.author().equals(bot)) {
            message.origin().nonce().ifPresent(nonce -> data.put("nonce", nonce));
        }
        boolean always = channel.guild().isEmpty() || message.author().equals(bot) || message.mentions(bot);
        Event event = inChannel(type, channel, data, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES);
        if (message.ephemeral()) {
            return event.forNobody();
        }
        return always ? event : event.hidingContent(MessageBodies.withoutContent(data));
    }
}
