package dev.warren.simulator.control;

import dev.warren.simulator.interactions.ApplicationCommands;
import dev.warren.simulator.interactions.CommandUse;
import dev.warren.simulator.interactions.ComponentUse;
import dev.warren.simulator.interactions.Interaction;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.interactions.Invocation;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members use commands, components and modals, and what the bot answered can be read. */
final class InteractionControl {
    private static final int MAX_NAME = 100;
    private final Vertx vertx;
    private final Places places;
    private final ApplicationCommands registered;
    private final Interactions interactions;
    private final CommandUse commands;
    private final ComponentUse components;

    InteractionControl(Vertx vertx, Places places, ApplicationCommands registered, Interactions interactions) {
        this.vertx = vertx;
        this.places = places;
        this.registered = registered;
        this.interactions = interactions;
        commands = new CommandUse(places.world(), registered, interactions);
        components = new ComponentUse(places.world(), interactions);
    }

    void addTo(ControlApi api) {
        api.get("/commands", this::list);
        api.post("/commands", this::command);
        api.post("/components", this::component);
        api.post("/modals", this::modal);
        api.postLater("/autocomplete", this::autocomplete);
        api.get(
                "/interactions/:id",
                input -> Reply.ok(find(input, "id").json(places.world().bot())));
    }

    private Reply list(Input input) {
        var all = new JsonArray();
        registered.in(places.world().bot().id()).forEach(all::add);
        input.optionalText("guild", MAX_NAME)
                .flatMap(places.world()::findGuild)
                .ifPresent(guild -> registered.in(guild.id()).forEach(all::add));
        return Reply.ok(all);
    }

    private Interaction find(Input input, String field) {
        Snowflake id = input.id(field);
        return interactions.find(id).orElseThrow(() -> BadInput.notFound("there is no interaction " + id));
    }

    private Reply command(Input input) {
        User user = places.user(input, "user");
        String name = input.text("name", MAX_NAME);
        String type = input.optionalText("type", 10).orElse("chat");
        return switch (type) {
            case "chat" -> reply(commands.run(user, channel(input, user), typed(input, name, Optional.empty())));
            case "user" -> reply(commands.onUser(user, channel(input, user), name, places.user(input, "target")));
            case "message" -> {
                Message target = places.message(input.id("target"));
                places.join(user, target.channel());
                yield reply(commands.onMessage(user, name, target));
            }
            default -> throw BadInput.field("type", "chat, user or message", type);
        };
    }

    private Channel channel(Input input, User user) {
        Channel channel = places.channel(input, user);
        places.join(user, channel);
        return channel;
    }

    private static CommandUse.Typed typed(Input input, String name, Optional<String> focused) {
        return new CommandUse.Typed(name, input.optionalText("subcommand", 70), input.object("options"), focused);
    }

    private Reply component(Input input) {
        User user = places.user(input, "user");
        Message message = places.message(input.id("messageId"));
        places.join(user, message.channel());
        return reply(components.use(user, message, input.text("customId", MAX_NAME), input.texts("values", MAX_NAME)));
    }

    private Reply modal(Input input) {
        Map<String, List<String>> fields = new HashMap<>();
        JsonObject given = input.object("fields");
        given.forEach(entry -> fields.put(
                entry.getKey(),
                entry.getValue() instanceof JsonArray list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(entry.getValue()))));
        Interaction opener = find(input, "interactionId");
        User user = input.has("user") ? places.user(input, "user") : opener.user();
        return reply(components.submit(user, opener, fields));
    }

    private Future<Reply> autocomplete(Input input) {
        User user = places.user(input, "user");
        String focused = input.text("focused", MAX_NAME);
        Channel channel = channel(input, user);
        Invocation outcome =
                commands.run(user, channel, typed(input, input.text("name", MAX_NAME), Optional.of(focused)));
        if (!(outcome instanceof Invocation.Sent sent)) {
            return Future.succeededFuture(reply(outcome));
        }
        Interaction interaction = sent.interaction();
        Promise<Reply> answer = Promise.promise();
        long timer = vertx.setTimer(
                Interactions.FIRST_RESPONSE.toMillis(),
                any -> answer.tryComplete(new Reply(
                        504,
                        id(interaction)
                                .put("message", "the bot did not answer in 3 s")
                                .encode())));
        interaction.responded().onSuccess(any -> {
            vertx.cancelTimer(timer);
            JsonObject body = id(interaction)
                    .put("choices", interaction.choices().orElseGet(JsonArray::new))
                    .put("delayMs", interaction.delayMillis());
            answer.tryComplete(Reply.created(body));
        });
        return answer.future();
    }

    private static JsonObject id(Interaction interaction) {
        return new JsonObject().put("interactionId", interaction.id().toString());
    }

    private static Reply reply(Invocation outcome) {
        return switch (outcome) {
            case Invocation.Sent sent -> Reply.created(id(sent.interaction()));
            case Invocation.Unknown unknown ->
                throw BadInput.with(
                        404,
                        new JsonObject()
                                .put("message", "there is no " + unknown.what())
                                .put("known", new JsonArray(unknown.known())));
            case Invocation.NotAllowed refused ->
                throw BadInput.with(403, new JsonObject().put("message", refused.why()));
            case Invocation.Invalid invalid -> throw BadInput.field(invalid.field(), invalid.rule(), invalid.value());
        };
    }
}
