package dev.warren.benchmarks.stage;

import dev.warren.benchmarks.load.Pace;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/**
 * A load that the local Discord itself makes: open loop, each latency from the moment at which the thing was due, both ends on one clock.
 *
 * @param fields of {@code POST /control/v1/load}
 * @param patience how long answers are waited for when all is sent
 */
public record SimulatedLoad(JsonObject fields, Duration patience) {
    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    /**
     * What became of a load.
     *
     * @param p50 milliseconds
     * @param p99 milliseconds
     * @param max milliseconds
     * @param latest how late the sender itself was at worst, which the latencies hold too; milliseconds
     */
    public record Result(long planned, long sent, long answered, double p50, double p99, double max, double latest) {
        static Result of(JsonObject load) {
            var latency = load.getJsonObject("latencyMs", new JsonObject());
            return new Result(
                    load.getLong("planned"),
                    load.getLong("sent"),
                    load.getLong("answered"),
                    latency.getDouble("p50", 0.0),
                    latency.getDouble("p99", 0.0),
                    latency.getDouble("max", 0.0),
                    load.getDouble("maxLateMs", 0.0));
        }

        public double answeredPercent() {
            return 100.0 * answered / planned;
        }

        @Override
        public String toString() {
            return "%d of %d answered, p50 %.2f ms, p99 %.2f ms, max %.1f ms, sent at most %.1f ms late"
                    .formatted(answered, planned, p50, p99, max, latest);
        }
    }

    /** Runs it to its end; returns when all is sent and, where answers are waited for, answered. */
    public Result run(SimulatorClient discord, Pace pace, boolean answers) throws InterruptedException {
        discord.post("/load", fields);
        var load = state(discord);
        while (load.getBoolean("running")) {
            pace.awaitUntil(pace.nanos() + ASK_EVERY.toNanos());
            load = state(discord);
        }
        var giveUpAt = pace.nanos() + patience.toNanos();
        while (answers && load.getLong("answered") < load.getLong("sent") && pace.nanos() < giveUpAt) {
            pace.awaitUntil(pace.nanos() + ASK_EVERY.toNanos());
            load = state(discord);
        }
        return Result.of(load);
    }

    private static JsonObject state(SimulatorClient discord) {
        return discord.getObject("/load", Map.of());
    }
}
