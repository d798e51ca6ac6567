package dev.warren.runtime.testing;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between a service and a server, for tests that pull it. */
public final class Cable implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final NetServer server;
    private final String host;
    private final int target;
    private volatile boolean plugged = true;

    private Cable(String host, int target) {
        this.host = host;
        this.target = target;
        this.server = vertx.createNetServer(
                        new NetServerOptions().setHost("127.0.0.1").setPort(0))
                .connectHandler(this::connect)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** A cable to a server, plugged in. */
    public static Cable to(String host, int port) {
        return new Cable(host, port);
    }

    /** Where the service finds the server, on loopback. */
    public int port() {
        return server.actualPort();
    }

    /** All connections break, and new ones too. */
    public void pull() {
        plugged = false;
        open.forEach(NetSocket::close);
    }

    public void plug() {
        plugged = true;
    }

    private void connect(NetSocket near) {
        if (!plugged) {
            near.close();
            return;
        }
        near.pause();
        client.connect(target, host).onFailure(_ -> near.close()).onSuccess(far -> {
            pipe(near, far);
            pipe(far, near);
            near.resume();
            if (!plugged) {
                near.close();
            }
        });
    }

    private void pipe(NetSocket from, NetSocket to) {
        open.add(from);
        from.closeHandler(_ -> {
            open.remove(from);
            to.close();
        });
        from.pipeTo(to);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
