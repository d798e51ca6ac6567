package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * What was before the bot looked: it comes with ids and times of its own, stands there for whoever reads, and the gateway is told
 * nothing of it. What is there already under an id stays as it is.
 */
public final class Past {
    private final World world;
    private final MessageBodies bodies;

    public Past(World world) {
        this.world = world;
        bodies = new MessageBodies(world);
    }

    /** Makes the user a member since then; gives whether that is new. */
    public boolean member(Guild guild, User user, Instant joinedAt) {
        var member = new Member(user, Optional.empty(), Set.of(), joinedAt, Optional.empty());
        return guild.members().putIfAbsent(user.id(), member) == null;
    }

    /** Puts a message of then into its channel, where there was none with this id. */
    public Message message(Snowflake id, MessageDraft draft) {
        return world.findMessage(id).orElseGet(() -> {
            var message = new Message(
                    id, draft.channel(), draft.author(), draft.origin(), new JsonObject(new LinkedHashMap<>(48)));
            bodies.fill(message, draft);
            world.keep(message);
            return message;
        });
    }

    /** A reaction of then. */
    public void react(Message message, User user, String emoji) {
        message.react(emoji, user);
    }

    /** A text of then, and what it answers. */
    public static MessageDraft text(Channel channel, User author, String content, Optional<Message> replyTo) {
        var fields = new JsonObject().put("content", content);
        replyTo.ifPresent(original -> fields.mergeIn(Messages.replyTo(original)));
        return new MessageDraft(channel, author, fields, new JsonArray(), Message.Origin.PLAIN, new JsonObject());
    }
}
