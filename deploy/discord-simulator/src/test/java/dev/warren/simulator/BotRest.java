package dev.warren.simulator;

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
import java.time.Duration;
import java.util.Optional;

/** REST as a bot without any library uses it. */
final class BotRest {
    private final URI base;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer of REST. */
    record Reply(int status, String body, HttpResponse<String> response) {
        JsonObject json() {
            return new JsonObject(body);
        }

        JsonArray array() {
            return new JsonArray(body);
        }

        int code() {
            return json().getInteger("code");
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    BotRest(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static BotRest of(DiscordSimulator simulator) {
        return new BotRest(simulator.restUri(), Simulators.TOKEN);
    }

    Reply get(String path) {
        return send("GET", path, "", "application/json");
    }

    Reply delete(String path) {
        return send("DELETE", path, "", "application/json");
    }

    Reply post(String path, JsonObject body) {
        return send("POST", path, body.encode(), "application/json");
    }

    Reply put(String path, Object body) {
        return send("PUT", path, body.toString(), "application/json");
    }

    Reply put(String path) {
        return send("PUT", path, "", "application/json");
    }

    Reply patch(String path, JsonObject body) {
        return send("PATCH", path, body.encode(), "application/json");
    }

    /** A bot's message. */
    Reply say(String channel, String content) {
        return post("/channels/" + channel + "/messages", new JsonObject().put("content", content));
    }

    Reply send(String method, String path, String body, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("authorization", "Bot " + token)
                .header("content-type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
