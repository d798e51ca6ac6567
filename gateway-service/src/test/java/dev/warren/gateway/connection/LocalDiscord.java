package dev.warren.gateway.connection;

import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A local Discord and its control API. */
public final class LocalDiscord implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final DiscordSimulator simulator;

    public LocalDiscord(SimulatorOptions options) {
        simulator = DiscordSimulator.start(options).toCompletableFuture().join();
    }

    URI gateway() {
        return simulator.gatewayUri();
    }

    public URI rest() {
        return simulator.restUri();
    }

    int port() {
        return simulator.port();
    }

    void say(String content) {
        post(
                "/messages",
                new JsonObject()
                        .put("guild", "warren")
                        .put("channel", "general")
                        .put("author", "alice")
                        .put("content", content));
    }

    public void fault(String kind) {
        fault(new JsonObject().put("kind", kind));
    }

    public void fault(JsonObject fault) {
        post("/faults", fault);
    }

    /** Says many things one after another, on a thread of its own. */
    void sayAll(int count) {
        Thread.ofVirtual().start(() -> {
            for (int i = 0; i < count; i++) {
                say("n" + i);
            }
        });
    }

    public JsonObject stats() {
        return new JsonObject(get("/stats"));
    }

    public JsonArray violations() {
        return new JsonArray(get("/violations"));
    }

    public JsonArray messages(String channel) {
        return new JsonArray(get("/messages?guild=warren&limit=1000&channel=" + channel));
    }

    public JsonObject putChannel(String name) {
        return new JsonObject(send(HttpRequest.newBuilder(uri("/channels"))
                .PUT(BodyPublishers.ofString(new JsonObject()
                        .put("guild", "warren")
                        .put("channel", name)
                        .encode()))));
    }

    private void post(String path, JsonObject body) {
        send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body.encode())));
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private URI uri(String path) {
        return URI.create(simulator.controlUri() + path);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.header("Content-Type", "application/json").build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("control API: " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        simulator.close().toCompletableFuture().join();
    }
}
