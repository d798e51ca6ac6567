package dev.warren.gateway.connection;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Measures how much processor time the thread that reads the socket spends for an event, from the socket's bytes to the listener, parsing
 * included. Arguments: events (default 500,000), events a second (default 0, which is as many as it takes), {@code deflated}. Prints one
 * line of JSON.
 */
public final class TapBenchmark {
    private final int warmUp;
    private final int events;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CompletableFuture<double[]> measured = new CompletableFuture<>();
    private int seen;
    private long startCpu;
    private long startNanos;

    private TapBenchmark(int events) {
        this.events = events;
        this.warmUp = events / 5;
    }

    /** Runs on the thread that reads the socket, whose time is measured. */
    private void onDispatch(GatewayDispatch dispatch) {
        seen++;
        if (seen == warmUp) {
            startCpu = threads.getCurrentThreadCpuTime();
            startNanos = System.nanoTime();
        } else if (seen == warmUp + events) {
            double cpuMicros = (threads.getCurrentThreadCpuTime() - startCpu) / 1e3;
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            measured.complete(new double[] {cpuMicros / events, events / seconds});
        }
    }

    private static JsonObject message(long number) {
        JsonObject author = new JsonObject()
                .put("id", "200000000000000001")
                .put("username", "alice")
                .put("global_name", "Alice")
                .put("discriminator", "0")
                .put("avatar", "a_0123456789abcdef0123456789abcdef")
                .put("public_flags", 0);
        JsonObject member = new JsonObject()
                .put("roles", new JsonArray().add("300000000000000001").add("300000000000000002"))
                .put("joined_at", "2024-01-01T00:00:00.000000+00:00")
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0);
        JsonObject data = new JsonObject()
                .put("id", Long.toString(400000000000000000L + number))
                .put("channel_id", "500000000000000001")
                .put("guild_id", "600000000000000001")
                .put("author", author)
                .put("member", member)
                .put("content", "The quick brown fox jumps over the lazy dog, again and again. ".repeat(4))
                .put("timestamp", "2026-11-20T09:00:00.000000+00:00")
                .putNull("edited_timestamp")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("mentions", new JsonArray())
                .put("mention_roles", new JsonArray())
                .put("attachments", new JsonArray())
                .put("embeds", new JsonArray())
                .put("components", new JsonArray())
                .put("pinned", false)
                .put("flags", 0)
                .put("type", 0);
        return new JsonObject()
                .put("t", "MESSAGE_CREATE")
                .put("s", number)
                .put("op", 0)
                .put("d", data);
    }

    private void pour(Vertx vertx, ScriptedGateway gateway, ServerWebSocket socket, int perSecond) {
        int[] sent = {1};
        Runnable more = () -> {
            int batch = perSecond == 0 ? Integer.MAX_VALUE : Math.max(1, perSecond / 100);
            while (sent[0] <= warmUp + events && batch-- > 0 && !socket.writeQueueFull()) {
                gateway.send(socket, message(++sent[0]));
            }
        };
        if (perSecond == 0) {
            socket.drainHandler(_ -> more.run());
            more.run();
        } else {
            vertx.setPeriodic(10, _ -> more.run());
        }
    }

    public static void main(String[] args) {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        boolean deflating = args.length > 2 && args[2].equals("deflated");
        TapBenchmark benchmark = new TapBenchmark(events);
        Vertx vertx = Vertx.vertx();
        try (ScriptedGateway gateway = new ScriptedGateway(vertx, 0)) {
            gateway.onIdentify = (scripted, socket) -> {
                scripted.sayReady(socket);
                scripted.deflating = deflating;
                benchmark.pour(vertx, scripted, socket, perSecond);
            };
            JavacordConnection connection = new JavacordConnection(
                    ConnectionSettings.of("token", Set.of(Intent.GUILD_MESSAGES)),
                    GatewayAddress.of(gateway.address()),
                    new SpacedIdentifies(Duration.ofSeconds(5), InstantSource.system()),
                    benchmark::onDispatch,
                    _ -> {},
                    InstantSource.system(),
                    new Random());
            connection.connect(Optional.empty());
            double[] figures = benchmark.measured.join();
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\":\"socket-tap\",\"events\":%d,\"eventBytes\":%d,\"cpuMicrosPerEvent\":%.2f,\"eventsPerSecond\":%.0f}%n",
                    events,
                    message(1).encode().length(),
                    figures[0],
                    figures[1]);
            connection
                    .close(DiscordConnection.Ending.END_SESSION)
                    .toCompletableFuture()
                    .join();
        } finally {
            ScriptedGateway.await(vertx.close());
        }
    }
}
