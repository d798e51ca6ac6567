package dev.warren.simulator;

import static org.awaitility.Awaitility.await;

import dev.warren.simulator.world.Intent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The gateway as a client without any library sees it: keeps every payload, and inflates what is deflated. */
final class RawGateway implements WebSocket.Listener {
    static final long ALL = Intent.all();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final List<JsonObject> payloads = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean stream;
    private final Inflater inflater = new Inflater();
    private final WebSocket socket;
    private volatile int closeCode = -1;
    private volatile int binaryFrames;

    RawGateway(URI uri) {
        stream = uri.toString().contains("zlib-stream");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, this)
                .join();
    }

    static RawGateway connect(DiscordSimulator simulator) {
        return new RawGateway(URI.create(simulator.gatewayUri() + "/?v=10&encoding=json"));
    }

    /** Connects and identifies, and waits for READY. */
    static RawGateway ready(DiscordSimulator simulator, long intents) {
        RawGateway gateway = connect(simulator);
        gateway.identify(intents, new JsonObject());
        gateway.event("READY");
        return gateway;
    }

    void identify(long intents, JsonObject more) {
        send(
                2,
                new JsonObject()
                        .put("token", Simulators.TOKEN)
                        .put("intents", intents)
                        .put("properties", new JsonObject())
                        .mergeIn(more));
    }

    void resume(String session, long sequence) {
        send(
                6,
                new JsonObject()
                        .put("token", Simulators.TOKEN)
                        .put("session_id", session)
                        .put("seq", sequence));
    }

    void send(int opcode, Object data) {
        sendText(new JsonObject().put("op", opcode).put("d", data).encode());
    }

    void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Leaves without a closing frame, as a killed process does. */
    void abort() {
        socket.abort();
    }

    void close(int code) {
        socket.sendClose(code, "").join();
    }

    List<JsonObject> payloads() {
        return payloads;
    }

    List<JsonObject> events(String type) {
        return payloads.stream()
                .filter(each -> type.equals(each.getString("t")))
                .toList();
    }

    /** Waits for the first event of a type and gives its data. */
    JsonObject event(String type) {
        await().atMost(PATIENCE).until(() -> !events(type).isEmpty());
        return events(type).getFirst().getJsonObject("d");
    }

    /** Waits for as many events of a type. */
    List<JsonObject> events(String type, int count) {
        await().atMost(PATIENCE).until(() -> events(type).size() >= count);
        return events(type);
    }

    /** Waits for a payload with an opcode. */
    JsonObject opcode(int opcode) {
        await().atMost(PATIENCE).until(() -> payloads.stream().anyMatch(each -> each.getInteger("op") == opcode));
        return payloads.stream()
                .filter(each -> each.getInteger("op") == opcode)
                .findFirst()
                .orElseThrow();
    }

    int closeCode() {
        await().atMost(PATIENCE).until(() -> closeCode != -1);
        return closeCode;
    }

    int binaryFrames() {
        return binaryFrames;
    }

    long lastSequence() {
        return payloads.stream()
                .map(each -> Optional.ofNullable(each.getLong("s")).orElse(0L))
                .max(Long::compare)
                .orElse(0L);
    }

    String session() {
        return event("READY").getString("session_id");
    }

    static JsonObject shard(int id, int count) {
        return new JsonObject().put("shard", new JsonArray().add(id).add(count));
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            payloads.add(new JsonObject(text.toString()));
            text.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(data);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            binaryFrames++;
            payloads.add(new JsonObject(inflate(bytes.toByteArray())));
            bytes.reset();
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(data);
    }

    private String inflate(byte[] deflated) {
        try {
            if (!stream) {
                inflater.reset();
            }
            inflater.setInput(deflated);
            var out = new ByteArrayOutputStream();
            byte[] chunk = new byte[8192];
            int length;
            while ((length = inflater.inflate(chunk)) > 0) {
                out.write(chunk, 0, length);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return CompletableFuture.completedFuture(reason);
    }
}
