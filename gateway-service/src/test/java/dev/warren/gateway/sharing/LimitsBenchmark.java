package dev.warren.gateway.sharing;

import dev.warren.gateway.rest.RateLimits;
import dev.warren.gateway.rest.RateLimits.BucketId;
import dev.warren.gateway.rest.RateLimits.BucketReading;
import dev.warren.gateway.rest.RestSettings;
import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/**
 * How long it takes to ask whether a request to Discord may go, at a rate that Discord allows: for both limits at once, and for one after the
 * other, with the bare round trip to the same Redis as control. Run it by hand; it prints microseconds.
 */
final class LimitsBenchmark {
    private static final int ROUNDS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final BucketId CHANNEL = new BucketId("messages", "1");

    private LimitsBenchmark() {}

    public static void main(String[] arguments) {
        var defaults = RestSettings.Limits.DEFAULT;
        var wide = new RestSettings.Limits(
                1_000_000,
                Duration.ofMillis(1),
                defaults.maxWaitingPerBucket(),
                defaults.maxWaiting(),
                defaults.maxBuckets(),
                defaults.resetMargin());
        try (var redis = new Redis(TestServers.shared().redisUrl(), UUID.randomUUID() + ":", PATIENCE)) {
            RateLimits limits = new SharedRateLimits(wide, redis, "one", new SimpleMeterRegistry());
            limits.observe(CHANNEL, new BucketReading(1_000_000, 1_000_000, Duration.ofMinutes(10)), 0);
            for (int pass = 0; pass < 2; pass++) {
                run(
                        "bare round trip (PING)",
                        () -> redis.call(RedisAsyncCommands::ping).await().atMost(PATIENCE));
                run("both limits at once", () -> {
                    await(limits.takeBoth(CHANNEL));
                    limits.answeredGlobal();
                });
                run("one limit after the other", () -> {
                    await(limits.take(CHANNEL));
                    await(limits.takeGlobal(0));
                    limits.answeredGlobal();
                });
            }
        }
    }

    private static void await(Future<?> asked) {
        asked.toCompletionStage().toCompletableFuture().join();
    }

    private static void run(String what, Runnable work) {
        var nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long started = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-30s median %4d µs   99 %% %5d µs%n",
                what, nanos[ROUNDS / 2] / 1_000, nanos[ROUNDS * 99 / 100] / 1_000);
    }
}
