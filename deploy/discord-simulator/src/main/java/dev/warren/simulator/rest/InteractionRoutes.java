package dev.warren.simulator.rest;

import dev.warren.simulator.interactions.Interaction;
import dev.warren.simulator.interactions.Interaction.State;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Messages;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** The first response to an interaction. What comes after it is in {@link InteractionFollowUps}. */
final class InteractionRoutes {
    private static final int MESSAGE = 4;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;
    private static final int MAX_CHOICES = 25;
    private final Access access;
    private final Interactions interactions;
    private final InteractionMessages answers;
    private final Messages messages;
    private final MessageForms forms;

    InteractionRoutes(
            Access access,
            Interactions interactions,
            InteractionMessages answers,
            Messages messages,
            MessageForms forms) {
        this.access = access;
        this.interactions = interactions;
        this.answers = answers;
        this.messages = messages;
        this.forms = forms;
    }

    void addTo(Routes routes) {
        routes.add(
                new Routes.Route(
                        HttpMethod.POST,
                        "/interactions/{interaction_id}/{interaction_token}/callback",
                        Bucket.INTERACTION,
                        Routes.Open.INTERACTION),
                this::respond);
    }

    private Answer respond(Call call) {
        Interaction interaction = interactions
                .find(call.id("interaction_id"))
                .filter(found -> found.token().equals(call.path("interaction_token")))
                .orElseThrow(() -> Refused.unknown(10062, "interaction"));
        if (interaction.state() != State.WAITING) {
            throw Refused.of(400, 40060, "Interaction has already been acknowledged.");
        }
        if (!interactions.inTime(interaction)) {
            throw Refused.unknown(10062, "interaction");
        }
        JsonObject callback = call.json();
        int type = callback.getInteger("type", 0);
        if (!allowed(interaction).contains(type)) {
            throw Refused.form("type", "BASE_TYPE_CHOICES", "Value must be one of " + allowed(interaction) + ".");
        }
        JsonObject data = Optional.ofNullable(callback.getJsonObject("data")).orElseGet(JsonObject::new);
        Optional<Message> message = apply(interaction, type, data, call);
        interaction.respond(
                callback,
                type == DEFERRED_MESSAGE || type == DEFERRED_UPDATE ? State.DEFERRED : State.ANSWERED,
                message,
                System.nanoTime());
        return call.queryFlag("with_response") ? Answer.ok(described(interaction, type, message)) : Answer.NOTHING;
    }

    private static Set<Integer> allowed(Interaction interaction) {
        boolean ofMessage = interaction.source().isPresent();
        return switch (interaction.kind()) {
            case COMMAND -> Set.of(MESSAGE, DEFERRED_MESSAGE, MODAL);
            case COMPONENT -> Set.of(MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL);
            case AUTOCOMPLETE -> Set.of(CHOICES);
            case MODAL ->
                ofMessage
                        ? Set.of(MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE)
                        : Set.of(MESSAGE, DEFERRED_MESSAGE);
        };
    }

    private Optional<Message> apply(Interaction interaction, int type, JsonObject data, Call call) {
        Channel channel = interaction.channel();
        return switch (type) {
            case MESSAGE -> {
                forms.check(data, !call.files().isEmpty(), true);
                yield Optional.of(answers.create(interaction, data, forms.keep(channel, data, call.files()), false));
            }
            case DEFERRED_MESSAGE -> Optional.of(answers.create(interaction, data, new JsonArray(), true));
            case DEFERRED_UPDATE -> interaction.source();
            case UPDATE -> {
                forms.check(data, !call.files().isEmpty(), false);
                Message source = interaction.source().orElseThrow();
                JsonArray before = source.json(access.bot()).getJsonArray("attachments");
                messages.edit(source, data, forms.keepEdited(source, before, data, call.files()), false);
                yield Optional.of(source);
            }
            case CHOICES -> {
                if (data.getJsonArray("choices", new JsonArray()).size() > MAX_CHOICES) {
                    throw Refused.form("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
                }
                yield Optional.empty();
            }
            case MODAL -> {
                ModalForms.check(data);
                yield Optional.empty();
            }
            default -> throw Refused.form("type", "BASE_TYPE_CHOICES", "Value must be one of " + allowed(interaction));
        };
    }

    private JsonObject described(Interaction interaction, int type, Optional<Message> message) {
        var about = new JsonObject()
                .put("id", interaction.id().toString())
                .put("type", interaction.kind().number())
                .put("channel_id", interaction.channel().id().toString());
        interaction
                .channel()
                .guild()
                .ifPresent(guild -> about.put("guild_id", guild.id().toString()));
        var resource = new JsonObject().put("type", type);
        message.ifPresent(found -> {
            about.put("response_message_id", found.id().toString())
                    .put("response_message_loading", type == DEFERRED_MESSAGE)
                    .put("response_message_ephemeral", found.ephemeral());
            if (type == MESSAGE || type == UPDATE) {
                resource.put("message", found.json(access.bot()));
            }
        });
        return new JsonObject().put("interaction", about).put("resource", resource);
    }
}
