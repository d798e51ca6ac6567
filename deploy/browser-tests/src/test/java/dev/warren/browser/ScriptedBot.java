package dev.warren.browser;

import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bot of a few commands, over REST and the gateway, for tests of the web client. */
final class ScriptedBot implements WebSocket.Listener, AutoCloseable {
    private static final long INTENTS = 1 | 1 << 9 | 1 << 12 | 1 << 15;
    private static final int MESSAGE = 4;
    private static final int DEFERRED = 5;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;
    private static final int EPHEMERAL = 64;
    private final BotRest rest;
    private final StringBuilder text = new StringBuilder();
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final WebSocket socket;

    private ScriptedBot(DiscordSimulator simulator) {
        rest = new BotRest(simulator.restUri());
        rest.put("/applications/" + Simulators.BOT_ID + "/commands", ScriptedCommands.ALL);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(simulator.gatewayUri() + "/?v=10&encoding=json"), this)
                .join();
        ready.join();
    }

    static ScriptedBot start(DiscordSimulator simulator) {
        return new ScriptedBot(simulator);
    }

    BotRest rest() {
        return rest;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            var payload = new JsonObject(text.toString());
            text.setLength(0);
            received(webSocket, payload);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(data);
    }

    private void received(WebSocket webSocket, JsonObject payload) {
        if (payload.getInteger("op") == 10) {
            var identify = new JsonObject()
                    .put("token", SimulatorOptions.LOCAL_TOKEN)
                    .put("intents", INTENTS)
                    .put("properties", new JsonObject());
            webSocket.sendText(new JsonObject().put("op", 2).put("d", identify).encode(), true);
        } else if (payload.getInteger("op") == 0) {
            JsonObject data = payload.getJsonObject("d");
            switch (payload.getString("t")) {
                case "READY" -> ready.complete(null);
                case "MESSAGE_CREATE" -> answers.execute(() -> heard(data));
                case "INTERACTION_CREATE" -> answers.execute(() -> used(data));
                default -> {}
            }
        }
    }

    private void heard(JsonObject message) {
        if (message.getString("content").equals("!rank")) {
            rest.post(
                    "/channels/" + message.getString("channel_id") + "/messages",
                    new JsonObject()
                            .put(
                                    "embeds",
                                    new JsonArray()
                                            .add(ScriptedCommands.rankCard(name(message.getJsonObject("author")))))
                            .put("message_reference", new JsonObject().put("message_id", message.getString("id"))));
        }
    }

    private void used(JsonObject interaction) {
        JsonObject data = interaction.getJsonObject("data");
        JsonObject user = interaction.getJsonObject("member").getJsonObject("user");
        switch (interaction.getInteger("type")) {
            case 2 -> command(interaction, data, user);
            case 3 -> component(interaction, data, user);
            case 4 -> respond(interaction, CHOICES, ScriptedCommands.choicesFor(data));
            default -> say(interaction, "Submitted: " + ScriptedCommands.submitted(data));
        }
    }

    private void command(JsonObject interaction, JsonObject data, JsonObject user) {
        switch (data.getString("name")) {
            case "rank" -> {
                respond(interaction, DEFERRED, new JsonObject());
                rest.patch(
                        "/webhooks/" + Simulators.BOT_ID + "/" + interaction.getString("token") + "/messages/@original",
                        new JsonObject().put("content", "Level **4** for " + name(user)));
            }
            case "greet" -> say(interaction, "Greeting " + ScriptedCommands.options(data));
            case "settings" ->
                say(interaction, "Settings: " + data.getJsonArray("options").encode());
            case "help" -> respond(interaction, MESSAGE, ScriptedCommands.help());
            case "panel" -> respond(interaction, MESSAGE, ScriptedCommands.components());
            case "form" -> respond(interaction, MODAL, ScriptedCommands.modal());
            case "secret" ->
                respond(
                        interaction,
                        MESSAGE,
                        new JsonObject().put("content", "A secret").put("flags", EPHEMERAL));
            case "Wave at" -> say(interaction, "Waving at <@" + data.getString("target_id") + ">");
            case "Quote" ->
                say(
                        interaction,
                        "Quoted: "
                                + data.getJsonObject("resolved")
                                        .getJsonObject("messages")
                                        .getJsonObject(data.getString("target_id"))
                                        .getString("content"));
            default -> {
                // silent never answers
            }
        }
    }

    private void component(JsonObject interaction, JsonObject data, JsonObject user) {
        switch (data.getString("custom_id")) {
            case "again" -> respond(interaction, UPDATE, new JsonObject().put("content", "Pressed by " + name(user)));
            case "open-form" -> respond(interaction, MODAL, ScriptedCommands.modal());
            default ->
                say(
                        interaction,
                        "Chosen: " + data.getString("custom_id") + " "
                                + data.getJsonArray("values", new JsonArray()).encode());
        }
    }

    private void say(JsonObject interaction, String content) {
        respond(interaction, MESSAGE, new JsonObject().put("content", content));
    }

    private void respond(JsonObject interaction, int type, JsonObject data) {
        rest.post(
                "/interactions/" + interaction.getString("id") + "/" + interaction.getString("token") + "/callback",
                new JsonObject().put("type", type).put("data", data));
    }

    private static String name(JsonObject user) {
        return List.of(user.getString("global_name", ""), user.getString("username"))
                .getFirst();
    }

    @Override
    public void close() {
        socket.abort();
        answers.shutdownNow();
    }
}
