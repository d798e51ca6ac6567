package dev.warren.simulator;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;

/** Handlers of a port that is open a moment before what is behind it; who comes too early is told so. */
final class Doors {
    private Optional<Open> open = Optional.empty();

    /** What is behind the doors. */
    record Open(Handler<HttpServerRequest> requests, Handler<ServerWebSocket> sockets) {}

    void open(Open handlers) {
        open = Optional.of(handlers);
    }

    void request(HttpServerRequest request) {
        open.ifPresentOrElse(
                handlers -> handlers.requests().handle(request),
                () -> request.response().setStatusCode(503).end());
    }

    void socket(ServerWebSocket socket) {
        open.ifPresentOrElse(handlers -> handlers.sockets().handle(socket), () -> socket.reject(503));
    }
}
