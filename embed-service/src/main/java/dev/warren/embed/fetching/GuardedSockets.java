package dev.warren.embed.fetching;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;

/** Makes sockets that ask the guard. Those that would be connected at once are not made: the client makes none. */
final class GuardedSockets extends SocketFactory {
    private final Guard guard;
    private final UnaryOperator<InetSocketAddress> wire;

    GuardedSockets(Guard guard, UnaryOperator<InetSocketAddress> wire) {
        this.guard = guard;
        this.wire = wire;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(guard, wire);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("sockets are connected by the client");
    }
}
