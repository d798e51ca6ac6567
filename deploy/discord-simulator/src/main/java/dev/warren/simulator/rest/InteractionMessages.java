package dev.warren.simulator.rest;

import dev.warren.simulator.interactions.Interaction;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.MessageDraft;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Makes the messages that answer interactions. */
final class InteractionMessages {
    private static final int COMMAND_ANSWER = 20;
    private final World world;
    private final Messages messages;

    InteractionMessages(World world, Messages messages) {
        this.world = world;
        this.messages = messages;
    }

    /** An answer in the interaction's channel, ephemeral when its flags say so, empty while it is deferred. */
    Message create(Interaction interaction, JsonObject data, JsonArray attachments, boolean loading) {
        int flags = Optional.ofNullable(data.getInteger("flags")).orElse(0);
        boolean ephemeral = (flags & Message.EPHEMERAL) != 0;
        var origin = new Message.Origin(
                Optional.empty(),
                Optional.of(world.bot().id()),
                Optional.of(interaction.id()),
                ephemeral ? Optional.of(interaction.user()) : Optional.empty());
        var metadata = new JsonObject()
                .put("id", interaction.id().toString())
                .put("type", interaction.kind().number())
                .put("user", interaction.user().json())
                .put("authorizing_integration_owners", new JsonObject());
        var extra = new JsonObject()
                .put("application_id", world.bot().id().toString())
                .put("interaction_metadata", metadata);
        if (interaction.kind() == Interaction.Kind.COMMAND) {
            extra.put("type", COMMAND_ANSWER);
        }
        if (loading) {
            extra.put("flags", flags & Message.EPHEMERAL | Message.LOADING);
        }
        return messages.create(new MessageDraft(
                interaction.channel(), world.bot(), loading ? new JsonObject() : data, attachments, origin, extra));
    }
}
