package dev.warren.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketFrame;
import com.neovisionaries.ws.client.WebSocketState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.InflaterInputStream;
import org.javacord.core.DiscordApiImpl;
import org.javacord.core.util.gateway.DiscordWebSocketAdapter;
import org.jspecify.annotations.Nullable;

/**
 * One socket of Javacord's, which connects, heartbeats and keeps the limit of frames. Dispatches never reach Javacord: they are read here,
 * once, from bytes. Javacord never sees READY either, so it never reconnects by itself: each socket lives once.
 *
 * <p>The superclass connects inside its constructor, so every field is set before it is called.
 */
final class JavacordSocket extends DiscordWebSocketAdapter {
    private final DiscordApiImpl api;
    private final SocketEvents events;
    private final AtomicInteger waitingFrames;

    JavacordSocket(DiscordApiImpl api, SocketEvents events) {
        this.api = api;
        this.events = events;
        this.waitingFrames = new AtomicInteger();
        super(api);
    }

    @Override
    public void onStateChanged(WebSocket websocket, WebSocketState state) {
        if (state == WebSocketState.OPEN) {
            websocket.setDirectTextMessage(true);
            // Javacord's other listener does nothing but log every frame.
            websocket.clearListeners();
            websocket.addListener(this);
            events.opened(this);
        }
    }

    @Override
    public void onTextMessage(WebSocket websocket, byte[] json) {
        receive(websocket, json, System.nanoTime());
    }

    @Override
    public void onBinaryMessage(WebSocket websocket, byte[] deflated) {
        long receivedNanos = System.nanoTime();
        try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            receive(websocket, inflated.readAllBytes(), receivedNanos);
        } catch (IOException e) {
            events.unreadable(e);
        }
    }

    private void receive(WebSocket websocket, byte[] json, long receivedNanos) {
        try {
            JsonNode packet = GatewayFrames.read(json);
            switch (packet.path("op").asInt(-1)) {
                case GatewayFrames.DISPATCH -> events.dispatched(packet, receivedNanos);
                case GatewayFrames.RECONNECT -> events.reconnectDemanded();
                case GatewayFrames.INVALID_SESSION ->
                    events.sessionInvalid(packet.path("d").asBoolean(false));
                case GatewayFrames.HEARTBEAT_ACK -> {
                    events.heartbeatAcknowledged();
                    toJavacord(websocket, json);
                }
                case GatewayFrames.HELLO, GatewayFrames.HEARTBEAT -> toJavacord(websocket, json);
                default -> {
                    // An opcode that this version of the gateway does not have: nothing can depend on it.
                }
            }
        } catch (Exception e) {
            events.unreadable(e);
        }
    }

    private void toJavacord(WebSocket websocket, byte[] json) throws Exception {
        super.onTextMessage(websocket, new String(json, StandardCharsets.UTF_8));
    }

    /** Javacord answers HELLO with its identify, and no other frame comes this way: the attempt's own answer goes instead. */
    @Override
    public void sendLifecycleFrame(WebSocket websocket, WebSocketFrame frame) {
        super.sendLifecycleFrame(
                websocket, frame.isTextFrame() ? WebSocketFrame.createTextFrame(events.handshake()) : frame);
    }

    /** Javacord does not see dispatches and cannot know their sequence, which a heartbeat has to tell. */
    @Override
    public void onSendingFrame(WebSocket websocket, WebSocketFrame frame) {
        if (isHeartbeat(frame)) {
            frame.setPayload(GatewayFrames.heartbeat(events.sequence()));
        }
    }

    @Override
    public void onFrameSent(WebSocket websocket, WebSocketFrame frame) {
        if (isHeartbeat(frame)) {
            events.heartbeatSent();
        } else if (frame.isTextFrame()) {
            waitingFrames.updateAndGet(waiting -> Math.max(0, waiting - 1));
        }
    }

    private static boolean isHeartbeat(WebSocketFrame frame) {
        if (!frame.isTextFrame()) {
            return false;
        }
        String payload = frame.getPayloadText();
        return payload != null && payload.startsWith(GatewayFrames.HEARTBEAT_START);
    }

    @Override
    public void onDisconnected(
            WebSocket websocket,
            @Nullable WebSocketFrame serverFrame,
            @Nullable WebSocketFrame clientFrame,
            boolean byServer) {
        super.onDisconnected(websocket, serverFrame, clientFrame, byServer);
        release(api);
        int code = serverFrame == null ? ConnectionState.NO_CODE : serverFrame.getCloseCode();
        String reason = serverFrame == null ? null : serverFrame.getCloseReason();
        events.closed(code, reason == null ? "" : reason);
    }

    /** Takes a frame unless too many wait. */
    boolean send(String json, int maxWaiting) {
        if (waitingFrames.getAndUpdate(waiting -> Math.min(waiting + 1, maxWaiting)) == maxWaiting) {
            return false;
        }
        sendTextFrame(json);
        return true;
    }

    /** Begins the closing handshake past Javacord's queue, and cuts the socket when the other side does not answer in time. */
    void close(int code, String reason, Duration patience) {
        WebSocket websocket = getWebSocket();
        if (websocket != null) {
            websocket.disconnect(code, reason, patience.toMillis());
        }
    }

    /** Ends the threads of Javacord that belong to one socket. */
    static void release(DiscordApiImpl api) {
        // Without a socket of its own it shuts down its threads at once.
        api.disconnect();
        api.getThreadPool()
                .getSingleDaemonThreadExecutorService("Web Socket Frame Sender")
                .shutdownNow();
        api.getThreadPool()
                .getSingleDaemonThreadExecutorService("Request Server Members Queue Consumer")
                .shutdownNow();
    }
}
