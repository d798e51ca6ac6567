package dev.warren.simulator.gateway;

import dev.warren.simulator.faults.Faults;
import dev.warren.simulator.stats.Stats;
import dev.warren.simulator.stats.Stats.Count;
import dev.warren.simulator.world.Application;
import dev.warren.simulator.world.Dispatches;
import dev.warren.simulator.world.Event;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateway: takes sockets, keeps sessions and hands events to those that want them. Confined to the event loop. */
public final class Gateway implements Dispatches {
    private static final long DISCORD_VERSION = 10;
    private final Vertx vertx;
    private final InstantSource clock;
    private final GatewaySettings settings;
    private final Stats stats;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Long> expiries = new LinkedHashMap<>();
    private final Set<Connection> connections = new HashSet<>();
    private final Handshakes handshakes;
    private long pendingCloses;

    public Gateway(
            Vertx vertx,
            InstantSource clock,
            GatewaySettings settings,
            Application application,
            Faults faults,
            Stats stats,
            Handshakes.Greeting greeting) {
        this.vertx = vertx;
        this.clock = clock;
        this.settings = settings;
        this.stats = stats;
        handshakes = new Handshakes(this, clock, settings, application, faults, stats, greeting);
        vertx.setPeriodic(Math.max(50, settings.heartbeatInterval().toMillis() / 4), any -> closeSilent());
    }

    /** Brings an event to each session that wants it; encodes it once for all. */
    @Override
    public void dispatch(Event event) {
        var encoded = new Encoded(event);
        for (Session session : sessions.values()) {
            if (session.wants(event)) {
                session.dispatch(event.type(), encoded.dataFor(session));
            }
        }
    }

    /** Whether the path is the gateway's. */
    public static boolean isGateway(String path) {
        return path.isEmpty() || path.equals("/") || path.equals("/gateway") || path.equals("/gateway/");
    }

    /** Takes a socket: greets it, and listens to it until it closes. */
    public void accept(ServerWebSocket socket) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        Optional.ofNullable(socket.query())
                .ifPresent(text -> List.of(text.split("&", 16))
                        .forEach(pair ->
                                query.add(pair.split("=", 2)[0], pair.contains("=") ? pair.split("=", 2)[1] : "")));
        boolean stream = "zlib-stream".equals(query.get("compress"));
        var connection = new Connection(
                socket,
                stats,
                settings.socketBuffer(),
                stream ? Optional.of(new Compression(true)) : Optional.empty(),
                clock.millis());
        if (query.contains("v") && !query.get("v").equals(Long.toString(DISCORD_VERSION))) {
            connection.close(CloseCode.INVALID_API_VERSION);
            return;
        }
        stats.add(Count.CONNECTIONS);
        connections.add(connection);
        socket.closeHandler(any -> closed(connection, Optional.ofNullable(socket.closeStatusCode())));
        socket.exceptionHandler(any -> socket.close());
        socket.textMessageHandler(text -> received(connection, text));
        socket.binaryMessageHandler(bytes -> received(connection, bytes.toString()));
        connection.send(payload(
                10,
                new JsonObject()
                        .put("heartbeat_interval", settings.heartbeatInterval().toMillis())
                        .put("_trace", new JsonArray().add("local"))));
    }

    private void received(Connection connection, String text) {
        if (!connection.maySend(clock.millis(), settings.sendsPerMinute())) {
            connection.close(CloseCode.RATE_LIMITED);
            return;
        }
        try {
            JsonObject frame = new JsonObject(text);
            handshakes.handle(connection, frame);
        } catch (DecodeException | ClassCastException malformed) {
            connection.close(CloseCode.DECODE_ERROR);
        }
    }

    private void closed(Connection connection, Optional<Short> code) {
        connections.remove(connection);
        connection.release();
        Session session = connection.session().orElse(null);
        if (session == null || !session.detach(connection)) {
            return;
        }
        boolean forGood = code.filter(it -> it == 1000 || it == 1001).isPresent();
        if (forGood) {
            sessions.remove(session.id());
        } else {
            long timer = vertx.setTimer(settings.sessionTimeout().toMillis(), any -> {
                expiries.remove(session.id());
                sessions.remove(session.id());
            });
            expiries.put(session.id(), timer);
        }
    }

    void opened(Session session) {
        sessions.put(session.id(), session);
        strikePending(session);
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** The session has a socket again: it does not expire, and an older socket of it goes. */
    void resumed(Session session, Connection connection) {
        Optional.ofNullable(expiries.remove(session.id())).ifPresent(vertx::cancelTimer);
        Optional<Connection> older = session.connection();
        session.attach(connection);
        connection.session(session);
        older.ifPresent(socket -> socket.close(CloseCode.UNKNOWN_ERROR));
    }

    void strikePending(Session session) {
        if (pendingCloses > 0) {
            pendingCloses--;
            session.connection().ifPresent(socket -> socket.close(CloseCode.UNKNOWN_ERROR));
        }
    }

    /** Closes every socket, now or later; the next {@code count - 1} that come back are closed as well. */
    public void closeAll(long count, Duration after) {
        later(after, () -> {
            pendingCloses = count - 1;
            connections.forEach(connection -> connection.close(CloseCode.UNKNOWN_ERROR));
        });
    }

    /** Sockets that come back are left alone again. */
    public void forgetPendingCloses() {
        pendingCloses = 0;
    }

    /** Asks every client to reconnect. */
    public void askToReconnect(Duration after) {
        later(after, () -> connections.forEach(connection -> connection.send(plain(7))));
    }

    /** Ends all sessions; who has a socket is told by opcode 9. */
    public void invalidateAll(Duration after) {
        later(after, () -> {
            expiries.values().forEach(vertx::cancelTimer);
            expiries.clear();
            sessions.clear();
            for (Connection connection : List.copyOf(connections)) {
                connection.session().ifPresent(session -> session.detach(connection));
                connection.invalidSession();
            }
        });
    }

    private void later(Duration after, Runnable action) {
        if (after.isZero()) {
            action.run();
        } else {
            vertx.setTimer(after.toMillis(), any -> action.run());
        }
    }

    private void closeSilent() {
        long allowed = settings.heartbeatInterval().toMillis() * 3 / 2;
        long now = clock.millis();
        for (Connection connection : List.copyOf(connections)) {
            if (now - connection.lastHeartbeatMillis() > allowed) {
                connection.close(CloseCode.SESSION_TIMED_OUT);
            }
        }
    }

    static String payload(int opcode, Object data) {
        return new JsonObject()
                .put("t", null)
                .put("s", null)
                .put("op", opcode)
                .put("d", data)
                .encode();
    }

    static String plain(int opcode) {
        return "{\"t\":null,\"s\":null,\"op\":" + opcode + ",\"d\":null}";
    }

    /** What the control API shows of the sessions. */
    public JsonArray sessionsJson() {
        var list = new JsonArray();
        sessions.values()
                .forEach(session -> list.add(new JsonObject()
                        .put("id", session.id())
                        .put("shard", session.shard())
                        .put("shards", session.shards())
                        .put("sequence", session.sequence())
                        .put("connected", session.connection().isPresent())));
        return list;
    }
}
