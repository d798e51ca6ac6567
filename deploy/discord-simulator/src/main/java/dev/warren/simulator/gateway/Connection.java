package dev.warren.simulator.gateway;

import dev.warren.simulator.stats.Stats;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;

/** One socket of a client. Confined to the event loop. */
final class Connection {
    private final ServerWebSocket socket;
    private final Stats stats;
    private final int bound;
    private Optional<Compression> compression;
    private Optional<Session> session = Optional.empty();
    private long lastHeartbeatMillis;
    private long minute;
    private int sendsInMinute;
    private long queued;

    Connection(ServerWebSocket socket, Stats stats, int bound, Optional<Compression> compression, long nowMillis) {
        this.socket = socket;
        this.stats = stats;
        this.bound = bound;
        this.compression = compression;
        lastHeartbeatMillis = nowMillis;
    }

    Optional<Session> session() {
        return session;
    }

    void session(Session identified) {
        session = Optional.of(identified);
    }

    /** From now on each payload is deflated by itself, unless the whole socket already is. */
    void compressPayloads() {
        if (compression.isEmpty()) {
            compression = Optional.of(new Compression(false));
        }
    }

    void heartbeat(long nowMillis) {
        lastHeartbeatMillis = nowMillis;
    }

    long lastHeartbeatMillis() {
        return lastHeartbeatMillis;
    }

    /** Counts a frame of the client; false when there are more in this minute than allowed. */
    boolean maySend(long nowMillis, int perMinute) {
        long now = nowMillis / 60_000;
        if (now != minute) {
            minute = now;
            sendsInMinute = 0;
        }
        return ++sendsInMinute <= perMinute;
    }

    void send(String payload) {
        if (socket.isClosed()) {
            return;
        }
        if (queued > bound) {
            close(CloseCode.UNKNOWN_ERROR);
            return;
        }
        stats.add(Stats.Count.EVENTS_SENT);
        if (compression.isPresent()) {
            Buffer deflated = compression.get().deflate(payload);
            count(deflated.length());
            int size = deflated.length();
            socket.writeBinaryMessage(deflated).onComplete(any -> queued -= size);
        } else {
            int size = payload.length();
            count(size);
            socket.writeTextMessage(payload).onComplete(any -> queued -= size);
        }
    }

    private void count(int bytes) {
        stats.add(Stats.Count.GATEWAY_BYTES, bytes);
        queued += bytes;
    }

    void close(CloseCode why) {
        if (!socket.isClosed()) {
            socket.close(why.code(), why.reason());
        }
    }

    /** Tells the client to identify anew; its session, if it had one, is gone. */
    void invalidSession() {
        session = Optional.empty();
        send(Gateway.payload(9, false));
    }

    /** Frees what the socket held; to be called once, when it is closed. */
    void release() {
        compression.ifPresent(Compression::close);
        compression = Optional.empty();
    }
}
