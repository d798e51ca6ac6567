package dev.warren.embed.fetching;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.UnaryOperator;

/**
 * Asks the guard about the very address that it connects to: between the question and the connection nothing is resolved any more. It
 * knows no proxy, whatever the environment says.
 */
final class GuardedSocket extends Socket {
    private final Guard guard;
    private final UnaryOperator<InetSocketAddress> wire;

    /** @param wire where an address that was admitted really lies: itself; tests play the public web with it */
    GuardedSocket(Guard guard, UnaryOperator<InetSocketAddress> wire) {
        super(Proxy.NO_PROXY);
        this.guard = guard;
        this.wire = wire;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress address)) {
            throw new Forbidden("unresolved");
        }
        var rule = guard.refusal(address);
        if (rule.isPresent()) {
            throw new Forbidden(rule.get());
        }
        super.connect(wire.apply(address), timeout);
    }
}
