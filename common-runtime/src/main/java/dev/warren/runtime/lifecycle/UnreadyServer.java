package dev.warren.runtime.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** What is left of a service that could not start: alive, not ready, and with the reason where Kubernetes asks for it. */
final class UnreadyServer {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private UnreadyServer() {}

    /** Serves until the process is ended. */
    static void start(String host, String port, String reason) {
        try {
            var server = HttpServer.create(new InetSocketAddress(host, Integer.parseInt(port)), 0);
            var down = new JsonObject()
                    .put("name", "warren")
                    .put("status", "DOWN")
                    .put("data", new JsonObject().put("wrong setting", reason));
            server.createContext("/q/health/live", exchange -> answer(exchange, OK, health("UP", new JsonArray())));
            server.createContext(
                    "/", exchange -> answer(exchange, UNAVAILABLE, health("DOWN", new JsonArray().add(down))));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    private static String health(String status, JsonArray checks) {
        return new JsonObject().put("status", status).put("checks", checks).encodePrettily();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
