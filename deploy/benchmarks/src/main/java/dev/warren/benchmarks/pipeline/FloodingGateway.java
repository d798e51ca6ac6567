package dev.warren.benchmarks.pipeline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A gateway that greets one client and then sends it frames as fast as the socket takes them. Everything is encoded before, so that it
 * needs next to no processor time of its own. It speaks as much of RFC 6455 as that takes.
 */
final class FloodingGateway implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x8;
    private static final int MASKED = 0x80;
    private static final int LENGTH_OF_TWO = 126;
    private static final int LENGTH_OF_EIGHT = 127;
    private static final int BUFFER = 256 * 1024;
    private static final String HELLO = "{\"t\":null,\"s\":null,\"op\":10,\"d\":{\"heartbeat_interval\":41250}}";
    private static final String ACKNOWLEDGED = "{\"t\":null,\"s\":null,\"op\":11,\"d\":null}";
    private static final String READY = """
            {"t":"READY","s":1,"op":0,"d":{"v":10,"session_id":"flood","resume_gateway_url":"%s",\
            "user":{"id":"1190000000000000007","username":"warren"},\
            "application":{"id":"1190000000000000008","flags":524288},"guilds":[]}}""";
    private final ServerSocket server;
    private final List<byte[]> frames;
    private final AtomicInteger unacknowledged = new AtomicInteger();

    /** @param payloads sent in turn, again and again */
    FloodingGateway(List<byte[]> payloads) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        frames = payloads.stream().map(FloodingGateway::frame).toList();
        Thread.ofPlatform().name("flood").daemon().start(this::serve);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        try (var socket = server.accept()) {
            socket.setSendBufferSize(BUFFER);
            flood(socket);
        } catch (IOException e) {
            // The client or the bench has closed: nothing is left to be sent.
            return;
        }
    }

    private void flood(Socket socket) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        out.write(accepted(in).getBytes(StandardCharsets.ISO_8859_1));
        send(out, HELLO);
        out.flush();
        while (!received(in).contains("\"op\":2")) {
            acknowledge(out);
            out.flush();
        }
        send(out, READY.formatted(address()));
        Thread.ofPlatform().name("flood-reader").daemon().start(() -> listen(in));
        while (true) {
            for (var frame : frames) {
                out.write(frame);
            }
            acknowledge(out);
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(frame(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void acknowledge(OutputStream out) throws IOException {
        for (var left = unacknowledged.getAndSet(0); left > 0; left--) {
            send(out, ACKNOWLEDGED);
        }
    }

    private void listen(DataInputStream in) {
        try {
            while (!received(in).isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Reads a client's frame, whose payload is masked, and counts it when it is a heartbeat; empty when the client closes. */
    private String received(DataInputStream in) throws IOException {
        var opcode = in.readUnsignedByte() & 0xF;
        var length = in.readUnsignedByte() & ~MASKED;
        length = switch (length) {
            case LENGTH_OF_TWO -> in.readUnsignedShort();
            case LENGTH_OF_EIGHT -> Math.toIntExact(in.readLong());
            default -> length;
        };
        var mask = in.readNBytes(4);
        var payload = in.readNBytes(length);
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        var text = new String(payload, StandardCharsets.UTF_8);
        if (text.contains("\"op\":1,")) {
            unacknowledged.incrementAndGet();
        }
        return opcode == CLOSE ? "" : text;
    }

    private static byte[] frame(byte[] payload) {
        var frame = ByteBuffer.allocate(payload.length + 4).put((byte) TEXT);
        if (payload.length < LENGTH_OF_TWO) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) LENGTH_OF_TWO).putShort((short) payload.length);
        }
        frame.put(payload).flip();
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    private static String accepted(InputStream in) throws IOException {
        var key = "";
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + proof(key) + "\r\n\r\n";
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static String proof(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
