package dev.warren.simulator.net;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import java.util.Set;

/** Answers {@code CONNECT discord.com:443} by a tunnel to the simulator's own TLS port, and refuses every other target. */
public final class ConnectProxy {
    private static final Set<String> TARGETS =
            Set.of("discord.com:443", "cdn.discordapp.com:443", "media.discordapp.net:443", "gateway.discord.gg:443");
    private final NetClient client;
    private final int tlsPort;

    public ConnectProxy(Vertx vertx, int tlsPort) {
        client = vertx.createNetClient();
        this.tlsPort = tlsPort;
    }

    /** Handles a request whose method is CONNECT. */
    public void handle(HttpServerRequest request) {
        if (!TARGETS.contains(request.uri())) {
            request.response().setStatusCode(403).end("this proxy leads to the local Discord only");
            return;
        }
        request.pause();
        client.connect(tlsPort, "127.0.0.1")
                .onFailure(unreachable -> request.response().setStatusCode(502).end())
                .onSuccess(target -> {
                    target.pause();
                    request.toNetSocket().onFailure(gone -> target.close()).onSuccess(source -> {
                        source.pipeTo(target);
                        target.pipeTo(source);
                        target.resume();
                    });
                });
    }
}
