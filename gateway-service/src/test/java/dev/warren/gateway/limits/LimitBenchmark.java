package dev.warren.gateway.limits;

import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * How long a check of all limits takes: one after another, with the bare round trip to the same Redis, over the same connection, as control.
 * Run it by hand; it prints microseconds.
 */
final class LimitBenchmark {
    private static final int WARM_UP = 20_000;
    private static final int ROUNDS = 20_000;
    private static final int MEMBERS = 200;

    private LimitBenchmark() {}

    public static void main(String[] arguments) {
        var wide = Map.of("user.burst", "1000000", "guild.burst", "1000000", "command.burst", "1000000");
        try (var limiting = new Limiting(wide);
                var redis =
                        new Redis(TestServers.shared().redisUrl(), UUID.randomUUID() + ":", Duration.ofSeconds(2))) {
            var gateway = limiting.gateway();
            var other = limiting.gateway();
            run(
                    "bare round trip (PING)",
                    _ -> redis.call(RedisAsyncCommands::ping).await().atMost(Duration.ofSeconds(2)));
            run("check, one gateway", round -> Limiting.take(gateway, next(round)));
            run(
                    "check, two gateways in turn, each knowing old states",
                    round -> Limiting.take(round % 2 == 0 ? gateway : other, next(round)));
            run(
                    "bare round trip (PING), again",
                    _ -> redis.call(RedisAsyncCommands::ping).await().atMost(Duration.ofSeconds(2)));
        }
    }

    private static Use next(int round) {
        return Limiting.use(1, 1_000 + round % MEMBERS, "rank", Instant.now());
    }

    private static void run(String what, IntConsumer work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(i);
        }
        var nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long started = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-55s median %4d µs   99 %% %5d µs   longest %6d µs%n",
                what, nanos[ROUNDS / 2] / 1_000, nanos[ROUNDS * 99 / 100] / 1_000, nanos[ROUNDS - 1] / 1_000);
    }
}
