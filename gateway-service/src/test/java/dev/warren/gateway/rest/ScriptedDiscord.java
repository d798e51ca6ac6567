package dev.warren.gateway.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that keeps a limit for each channel and one over all, as Discord does, and misbehaves as told. */
final class ScriptedDiscord implements AutoCloseable {
    /** One request as it arrived. */
    record Arrival(String method, String path, Map<String, String> headers, String body, long nanos) {}

    /** What a script does with a request; it answers, or passes by returning false. */
    interface Script {
        boolean handle(HttpServerRequest request);
    }

    private static final int UNLIMITED = 100_000;

    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    final AtomicInteger limited = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    volatile int limit = 1_000;
    volatile int windowMillis = 1_000;
    volatile int globalPerSecond = UNLIMITED;
    volatile int delayMillis;

    private final Vertx vertx;
    private final HttpServer server;
    private final Map<String, long[]> windows = new HashMap<>();
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private int atOnce;

    ScriptedDiscord(Vertx vertx, int port) {
        this.vertx = vertx;
        server = await(vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::received)
                .listen());
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v10");
    }

    static Script status(int status, JsonObject body) {
        return request -> {
            request.response().setStatusCode(status).end(body.encode());
            return true;
        };
    }

    static Script rateLimited(double seconds, String scope) {
        return request -> {
            HttpServerResponse response = request.response().setStatusCode(429).putHeader("Via", "1.1 google");
            response.putHeader("X-RateLimit-Scope", scope);
            response.end(new JsonObject()
                    .put("message", "You are being rate limited.")
                    .put("retry_after", seconds)
                    .put("global", scope.equals("global"))
                    .encode());
            return true;
        };
    }

    /** Takes the request and cuts the connection. */
    static Script reset() {
        return request -> {
            request.connection().close();
            return true;
        };
    }

    private void received(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            arrivals.add(arrival(request, body));
            mostAtOnce.accumulateAndGet(++atOnce, Math::max);
            if (delayMillis > 0) {
                vertx.setTimer(delayMillis, _ -> answer(request));
            } else {
                answer(request);
            }
        });
    }

    private static Arrival arrival(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        return new Arrival(request.method().name(), request.uri(), headers, body.toString(), System.nanoTime());
    }

    private void answer(HttpServerRequest request) {
        atOnce--;
        Script script = scripts.poll();
        if (script == null || !script.handle(request)) {
            answerWithinLimits(request);
        }
    }

    private void answerWithinLimits(HttpServerRequest request) {
        long now = System.nanoTime();
        String major = request.path().split("/")[4];
        long[] window = windows.computeIfAbsent(major, _ -> new long[] {now, 0});
        if (now - window[0] >= windowMillis * 1_000_000L) {
            window[0] = now;
            window[1] = 0;
        }
        double resetAfter = (window[0] + windowMillis * 1_000_000L - now) / 1e9;
        boolean interaction = request.path().contains("/interactions/");
        while (!lastSecond.isEmpty() && now - lastSecond.peek() >= 1_000_000_000L) {
            lastSecond.remove();
        }
        if (window[1] >= limit || !interaction && lastSecond.size() >= globalPerSecond) {
            limited.incrementAndGet();
            rateLimited(resetAfter, window[1] >= limit ? "user" : "global").handle(request);
            return;
        }
        window[1]++;
        if (!interaction && globalPerSecond < UNLIMITED) {
            lastSecond.add(now);
        }
        request.response()
                .putHeader("X-RateLimit-Bucket", "bucket-of-messages")
                .putHeader("X-RateLimit-Limit", Integer.toString(limit))
                .putHeader("X-RateLimit-Remaining", Long.toString(limit - window[1]))
                .putHeader("X-RateLimit-Reset-After", String.format(java.util.Locale.ROOT, "%.3f", resetAfter))
                .end(new JsonObject().put("id", "1").encode());
    }

    /** The bodies that arrived at a channel, in order. */
    List<String> bodiesAt(String channel) {
        return arrivals.stream()
                .filter(one -> one.path().contains("/" + channel + "/"))
                .map(Arrival::body)
                .toList();
    }

    @Override
    public void close() {
        await(server.close());
    }
}
