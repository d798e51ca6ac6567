package dev.warren.gateway.rest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Measures what the client adds to a bare POST on the same connection pool. Argument: requests (default 20,000). Prints one line of JSON. */
public final class RestBenchmark {
    private RestBenchmark() {}

    private static double[] percentiles(int requests, Supplier<Future<?>> post) {
        long[] nanos = new long[requests];
        for (int i = -requests / 4; i < requests; i++) {
            long start = System.nanoTime();
            post.get().toCompletionStage().toCompletableFuture().join();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return new double[] {nanos[requests / 2] / 1e3, nanos[requests * 99 / 100] / 1e3};
    }

    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        Vertx vertx = Vertx.vertx();
        HttpServer server = ScriptedDiscord.await(vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("X-RateLimit-Bucket", "b")
                        .putHeader("X-RateLimit-Limit", "1000000")
                        .putHeader("X-RateLimit-Remaining", "999999")
                        .putHeader("X-RateLimit-Reset-After", "1")
                        .end("{\"id\":\"1\"}"))
                .listen(0, "127.0.0.1"));
        RestSettings defaults =
                RestSettings.of(URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v10"), "token");
        RestSettings.Limits limits =
                new RestSettings.Limits(1_000_000, Duration.ofMillis(250), 1_000, 20_000, 10_000, Duration.ZERO);
        VertxDiscordRest rest = new VertxDiscordRest(
                vertx,
                defaults,
                new InProcessRateLimits(limits, System::nanoTime),
                RestObserver.NONE,
                InstantSource.system(),
                new Random());
        WebClient bare = WebClient.create(vertx);
        Context context = vertx.getOrCreateContext();
        Buffer body = Buffer.buffer("{\"content\":\"hello\"}");
        RestRoute route = RestRoute.post("/channels/{channel_id}/messages");
        double[] control = percentiles(requests, () -> {
            Promise<Object> answered = Promise.promise();
            context.runOnContext(_ -> bare.post(server.actualPort(), "127.0.0.1", "/api/v10/channels/1/messages")
                    .putHeader("Content-Type", "application/json")
                    .sendBuffer(body)
                    .onComplete(answer -> answered.complete(answer)));
            return answered.future();
        });
        double[] own = percentiles(
                requests, () -> rest.send(RestRequest.to(route.at("1")).json(body)));
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"rest-client\",\"requests\":%d,\"p50Micros\":%.0f,\"p99Micros\":%.0f,\"barePostP50Micros\":%.0f,\"barePostP99Micros\":%.0f}%n",
                requests,
                own[0],
                own[1],
                control[0],
                control[1]);
        ScriptedDiscord.await(vertx.close());
    }
}
