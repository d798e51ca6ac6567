package dev.warren.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;

/** What one socket tells its attempt. All but {@link #opened} and the heartbeats come on the thread that reads the socket. */
interface SocketEvents {
    /** The socket is open, and nothing has been read from it yet. */
    void opened(JavacordSocket socket);

    /** The frame that answers HELLO: identify or resume. */
    String handshake();

    /** The last sequence handed over, 0 when there is none. */
    long sequence();

    void dispatched(JsonNode packet, long receivedNanos);

    void reconnectDemanded();

    void sessionInvalid(boolean resumable);

    void heartbeatSent();

    void heartbeatAcknowledged();

    /** A frame made no sense; the session goes on without it, but not without its READY. */
    void unreadable(Exception cause);

    void closed(int code, String reason);
}
