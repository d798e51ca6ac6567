package dev.warren.ai.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on loopback that answers as it is told, one reply after another; the last one stands for all further requests. */
public final class Scripted implements AutoCloseable {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What was asked. */
    public record Asked(String method, String path, String query, Map<String, List<String>> headers, String body) {
        /** The first value of a header, by its name in lower case; empty for none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(one -> one.getValue().getFirst())
                    .orElse("");
        }
    }

    /**
     * What is answered.
     *
     * @param never whether it is not answered before the server closes
     */
    public record Reply(int status, Map<String, String> headers, byte[] body, boolean never) {
        public static Reply of(int status, String body) {
            return new Reply(
                    status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8), false);
        }

        public static Reply picture() {
            return new Reply(200, Map.of("content-type", "image/png"), PNG.clone(), false);
        }

        public static Reply picture(int bytes) {
            var large = java.util.Arrays.copyOf(PNG, bytes);
            return new Reply(200, Map.of("content-type", "image/png"), large, false);
        }

        public static Reply silence() {
            return new Reply(200, Map.of(), new byte[0], true);
        }

        public Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value), body, never);
        }
    }

    public Scripted(Reply... inOrder) {
        replies.addAll(List.of(inOrder));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** From now on it answers so. */
    public void say(Reply... inOrder) {
        synchronized (replies) {
            replies.clear();
            replies.addAll(List.of(inOrder));
        }
    }

    private Reply next() {
        synchronized (replies) {
            return replies.size() > 1 ? replies.remove() : replies.element();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    uri.getQuery() == null ? "" : uri.getQuery(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var reply = next();
            if (reply.never() && closed.await(1, TimeUnit.MINUTES)) {
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
