package dev.warren.simulator.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does by the control API what members do. Each call blocks until it is answered, at most {@value #TIMEOUT_SECONDS} s. */
public final class SimulatorClient implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 10;
    private final URI control;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
            .build();

    /** Where a message was written: its ids. The guild's is empty for direct messages. */
    public record Written(String id, String channelId, Optional<String> guildId) {}

    /**
     * A client of a control API.
     *
     * @param control as {@code http://127.0.0.1:8080/control/v1}
     */
    public SimulatorClient(URI control) {
        this.control = control;
    }

    /** A member writes in a channel. */
    public Written say(String guild, String channel, String author, String content) {
        return write(new JsonObject()
                .put("guild", guild)
                .put("channel", channel)
                .put("author", author)
                .put("content", content));
    }

    /** A user writes to the bot directly. */
    public Written sayDirectly(String author, String content) {
        return write(new JsonObject().put("author", author).put("content", content));
    }

    /** Writes a message with any of the fields of {@code POST /messages}. */
    public Written write(JsonObject fields) {
        JsonObject body = post("/messages", fields);
        return new Written(
                body.getString("id"), body.getString("channelId"), Optional.ofNullable(body.getString("guildId")));
    }

    public void edit(String messageId, String content) {
        send("PATCH", "/messages/" + messageId, Optional.of(new JsonObject().put("content", content)));
    }

    /** Discord shows what these links of a message lead to. */
    public void unfold(String messageId, List<String> links) {
        post("/messages/" + messageId + "/embeds", new JsonObject().put("links", new JsonArray(links)));
    }

    public void delete(String messageId) {
        send("DELETE", "/messages/" + messageId, Optional.empty());
    }

    /** A member uses a slash command; gives the interaction's id. */
    public String command(String guild, String channel, String user, String name, Map<String, ?> options) {
        return command(guild, channel, user, name, Optional.empty(), options);
    }

    /** A member uses a slash command's subcommand ({@code sub} or {@code group sub}); gives the interaction's id. */
    public String command(
            String guild,
            String channel,
            String user,
            String name,
            Optional<String> subcommand,
            Map<String, ?> options) {
        JsonObject fields = typed(guild, channel, user, name, options);
        subcommand.ifPresent(sub -> fields.put("subcommand", sub));
        return post("/commands", fields).getString("interactionId");
    }

    private static JsonObject typed(String guild, String channel, String user, String name, Map<String, ?> options) {
        var values = new JsonObject();
        options.forEach(values::put);
        return new JsonObject()
                .put("guild", guild)
                .put("channel", channel)
                .put("user", user)
                .put("name", name)
                .put("options", values);
    }

    /** A member presses a button or chooses from a menu; gives the interaction's id. */
    public String component(String messageId, String customId, String user, List<String> values) {
        return post(
                        "/components",
                        new JsonObject()
                                .put("messageId", messageId)
                                .put("customId", customId)
                                .put("user", user)
                                .put("values", new JsonArray(values)))
                .getString("interactionId");
    }

    /** A member sends the modal that an interaction opened; gives the new interaction's id. */
    public String modal(String interactionId, String user, Map<String, String> fields) {
        var values = new JsonObject();
        fields.forEach(values::put);
        return post(
                        "/modals",
                        new JsonObject()
                                .put("interactionId", interactionId)
                                .put("user", user)
                                .put("fields", values))
                .getString("interactionId");
    }

    /** What the bot offers for an option that is being typed. */
    public List<JsonObject> autocomplete(
            String guild,
            String channel,
            String user,
            String name,
            Optional<String> subcommand,
            String focused,
            Map<String, ?> options) {
        JsonObject fields = typed(guild, channel, user, name, options).put("focused", focused);
        subcommand.ifPresent(sub -> fields.put("subcommand", sub));
        return objects(post("/autocomplete", fields).getJsonArray("choices"));
    }

    public void react(String messageId, String user, String emoji) {
        post(
                "/reactions",
                new JsonObject().put("messageId", messageId).put("user", user).put("emoji", emoji));
    }

    /** The newest messages of a channel, oldest first, at most 1,000. */
    public List<JsonObject> messages(String guild, String channel) {
        return getList("/messages", Map.of("guild", guild, "channel", channel, "limit", "1000"));
    }

    /** The messages after one, oldest first, at most 1,000. */
    public List<JsonObject> messagesAfter(String guild, String channel, String messageId) {
        return getList("/messages", Map.of("guild", guild, "channel", channel, "after", messageId, "limit", "1000"));
    }

    /** The newest direct messages between a user and the bot, oldest first, at most 1,000. */
    public List<JsonObject> directMessages(String user) {
        return getList("/messages", Map.of("user", user, "limit", "1000"));
    }

    /** First response, delay, edits and follow-ups of an interaction. */
    public JsonObject interaction(String interactionId) {
        return getObject("/interactions/" + interactionId, Map.of());
    }

    /** Commands that the bot has registered for all guilds. */
    public List<JsonObject> commands() {
        return getList("/commands", Map.of());
    }

    /** Makes something go wrong, with any of the fields of {@code POST /faults}. */
    public void fault(String kind, Map<String, ?> fields) {
        var body = new JsonObject().put("kind", kind);
        fields.forEach(body::put);
        post("/faults", body);
    }

    public void clearFaults() {
        send("DELETE", "/faults", Optional.empty());
    }

    public JsonObject stats() {
        return getObject("/stats", Map.of());
    }

    /** Invalid requests of the bot. */
    public List<JsonObject> violations() {
        return getList("/violations", Map.of());
    }

    /** {@code POST} to any route of the control API. */
    public JsonObject post(String path, JsonObject fields) {
        return object(send("POST", path, Optional.of(fields)));
    }

    /** {@code PUT} to any route of the control API. */
    public JsonObject put(String path, JsonObject fields) {
        return object(send("PUT", path, Optional.of(fields)));
    }

    /** {@code DELETE} of any route of the control API, with the fields as query. */
    public void delete(String path, Map<String, String> fields) {
        send("DELETE", path + query(fields), Optional.empty());
    }

    /** {@code GET} of any route that gives an object. */
    public JsonObject getObject(String path, Map<String, String> fields) {
        return object(send("GET", path + query(fields), Optional.empty()));
    }

    /** {@code GET} of any route that gives a list. */
    public List<JsonObject> getList(String path, Map<String, String> fields) {
        return objects(new JsonArray(send("GET", path + query(fields), Optional.empty())));
    }

    private static JsonObject object(String body) {
        return body.isEmpty() ? new JsonObject() : new JsonObject(body);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static String query(Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private String send(String method, String path, Optional<JsonObject> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control + path))
                .timeout(Duration.ofSeconds(TIMEOUT_SECONDS))
                .header("content-type", "application/json")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.encode())).orElseGet(BodyPublishers::noBody))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new ControlRefused(response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException("the local Discord is not reachable: " + control, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", interrupted));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
