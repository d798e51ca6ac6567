package dev.warren.browser;

import dev.warren.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** REST as the scripted bot uses it. What is refused is a fault of the script. */
final class BotRest {
    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BotRest(URI base) {
        this.base = base;
    }

    void post(String path, Object body) {
        send("POST", path, body);
    }

    void put(String path, Object body) {
        send("PUT", path, body);
    }

    void patch(String path, Object body) {
        send("PATCH", path, body);
    }

    private void send(String method, String path, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("authorization", "Bot " + SimulatorOptions.LOCAL_TOKEN)
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(path + " was refused: " + response.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
