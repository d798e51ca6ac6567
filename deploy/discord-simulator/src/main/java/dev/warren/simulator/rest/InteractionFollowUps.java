package dev.warren.simulator.rest;

import dev.warren.simulator.interactions.Interaction;
import dev.warren.simulator.interactions.Interaction.State;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What a bot does with an interaction's token after the first response: read, edit and delete the answer, and follow it up. */
final class InteractionFollowUps {
    private final World world;
    private final Interactions interactions;
    private final InteractionMessages answers;
    private final Messages messages;
    private final MessageForms forms;

    InteractionFollowUps(
            World world,
            Interactions interactions,
            InteractionMessages answers,
            Messages messages,
            MessageForms forms) {
        this.world = world;
        this.interactions = interactions;
        this.answers = answers;
        this.messages = messages;
        this.forms = forms;
    }

    private Interaction acknowledged(Call call) {
        Interaction interaction = interactions
                .withToken(call.path("webhook_token"))
                .filter(interactions::tokenLives)
                .orElseThrow(() -> Refused.of(401, 50027, "Invalid Webhook Token"));
        if (interaction.state() == State.WAITING) {
            throw Refused.unknown(10015, "Webhook");
        }
        return interaction;
    }

    /** The first follow-up after a deferral answers it, and keeps its ephemerality; others are messages of their own. */
    Answer create(Call call) {
        Interaction interaction = acknowledged(call);
        JsonObject fields = call.json();
        forms.check(fields, !call.files().isEmpty(), true);
        // an original that was deleted meanwhile is answered no more
        Optional<Message> loading = interaction
                .original()
                .filter(message -> (message.flags() & Message.LOADING) != 0)
                .filter(message -> world.findMessage(message.id()).isPresent());
        if (loading.isPresent()) {
            return edit(interaction, loading.get(), call);
        }
        Message message =
                answers.create(interaction, fields, forms.keep(interaction.channel(), fields, call.files()), false);
        interaction.followedUp(message);
        return Answer.ok(message.json(world.bot()));
    }

    Answer get(Call call, String message) {
        return Answer.ok(find(acknowledged(call), message).json(world.bot()));
    }

    Answer edit(Call call, String message) {
        Interaction interaction = acknowledged(call);
        return edit(interaction, find(interaction, message), call);
    }

    private Answer edit(Interaction interaction, Message message, Call call) {
        JsonObject fields = call.json();
        forms.check(fields, !call.files().isEmpty(), false);
        boolean loading = (message.flags() & Message.LOADING) != 0;
        JsonArray before = message.json(world.bot()).getJsonArray("attachments");
        messages.edit(message, fields, forms.keepEdited(message, before, fields, call.files()), !loading);
        if (interaction.original().filter(message::equals).isPresent()) {
            interaction.edited(fields, System.nanoTime());
        }
        return Answer.ok(message.json(world.bot()));
    }

    Answer delete(Call call, String message) {
        messages.delete(find(acknowledged(call), message));
        return Answer.NOTHING;
    }

    private Message find(Interaction interaction, String id) {
        Optional<Message> found = id.equals("@original")
                ? interaction.original()
                : interaction.followUps().stream()
                        .filter(message -> message.id().toString().equals(id))
                        .findFirst()
                        .or(() -> interaction
                                .original()
                                .filter(message -> message.id().toString().equals(id)));
        return found.filter(message -> world.findMessage(message.id()).isPresent())
                .orElseThrow(() -> Refused.unknown(10008, "Message"));
    }
}
