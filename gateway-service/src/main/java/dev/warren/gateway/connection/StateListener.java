package dev.warren.gateway.connection;

/** Learns what becomes of the connection. */
@FunctionalInterface
public interface StateListener {
    /**
     * Called in order, one state at a time, never on the thread that reads the socket. Return soon: the next state, and the next
     * attempt to connect, wait for it.
     */
    void onState(ConnectionState state);
}
