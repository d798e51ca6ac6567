package dev.warren.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.zip.DeflaterOutputStream;

/** A gateway of one session that keeps its events for resuming, and misbehaves as told. */
final class ScriptedGateway implements AutoCloseable {
    static final String SESSION = "session-1";

    final List<JsonObject> identifies = new CopyOnWriteArrayList<>();
    final List<JsonObject> resumes = new CopyOnWriteArrayList<>();
    final List<JsonObject> heartbeats = new CopyOnWriteArrayList<>();
    final List<JsonObject> others = new CopyOnWriteArrayList<>();
    final List<Short> closeCodes = new CopyOnWriteArrayList<>();

    volatile BiConsumer<ScriptedGateway, ServerWebSocket> onIdentify = ScriptedGateway::sayReady;
    volatile BiConsumer<ScriptedGateway, ServerWebSocket> onResume = ScriptedGateway::sayResumed;
    volatile boolean acknowledging = true;
    volatile boolean greeting = true;
    volatile boolean deflating;
    volatile int flags;
    volatile int heartbeatMillis = 60_000;

    private final List<JsonObject> log = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> open = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedGateway(Vertx vertx, int port) {
        server = await(vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .webSocketHandler(this::connected)
                .listen());
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.actualPort());
    }

    /** Lets an event happen; it is sent to whoever is connected, and again when resumed. */
    void happen(String type, JsonObject data) {
        JsonObject packet = miss(type, data);
        open.forEach(socket -> send(socket, packet));
    }

    /** Lets an event happen that is sent only when resumed. */
    synchronized JsonObject miss(String type, JsonObject data) {
        JsonObject packet = new JsonObject()
                .put("t", type)
                .put("s", log.size() + 1)
                .put("op", 0)
                .put("d", data);
        log.add(packet);
        return packet;
    }

    void sayReady(ServerWebSocket socket) {
        log.clear();
        JsonObject ready = new JsonObject()
                .put("v", 10)
                .put("session_id", SESSION)
                .put("resume_gateway_url", address().toString())
                .put("user", new JsonObject().put("id", "7").put("username", "warren"))
                .put("application", new JsonObject().put("id", "8").put("flags", flags))
                .put(
                        "guilds",
                        new JsonArray().add(new JsonObject().put("id", "9").put("unavailable", true)));
        happen("READY", ready);
    }

    void sayResumed(ServerWebSocket socket) {
        long after = resumes.getLast().getLong("seq");
        log.stream().filter(packet -> packet.getLong("s") > after).forEach(packet -> send(socket, packet));
        happen("RESUMED", new JsonObject());
    }

    void send(ServerWebSocket socket, JsonObject packet) {
        if (deflating) {
            socket.writeBinaryMessage(Buffer.buffer(deflate(packet.encode())));
        } else {
            socket.writeTextMessage(packet.encode());
        }
    }

    void sendAll(JsonObject packet) {
        open.forEach(socket -> send(socket, packet));
    }

    void closeAll(int code) {
        open.forEach(socket -> socket.close((short) code, "scripted"));
    }

    private void connected(ServerWebSocket socket) {
        if (!greeting) {
            return;
        }
        open.add(socket);
        socket.closeHandler(_ -> {
            open.remove(socket);
            Short code = socket.closeStatusCode();
            if (code != null) {
                closeCodes.add(code);
            }
        });
        socket.textMessageHandler(text -> received(socket, new JsonObject(text)));
        send(
                socket,
                new JsonObject()
                        .put("op", 10)
                        .put("d", new JsonObject().put("heartbeat_interval", heartbeatMillis))
                        .putNull("s")
                        .putNull("t"));
    }

    private void received(ServerWebSocket socket, JsonObject frame) {
        switch (frame.getInteger("op")) {
            case 1 -> {
                heartbeats.add(frame);
                if (acknowledging) {
                    send(socket, new JsonObject().put("op", 11));
                }
            }
            case 2 -> {
                identifies.add(frame.getJsonObject("d"));
                onIdentify.accept(this, socket);
            }
            case 6 -> {
                resumes.add(frame.getJsonObject("d"));
                onResume.accept(this, socket);
            }
            default -> others.add(frame);
        }
    }

    private static byte[] deflate(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        await(server.close());
    }

    /** The text of a field of an event, for short assertions. */
    static String text(JsonNode data, String field) {
        return data.path(field).asText();
    }
}
