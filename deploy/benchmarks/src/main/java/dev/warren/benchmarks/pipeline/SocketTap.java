package dev.warren.benchmarks.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.gateway.connection.ConnectionSettings;
import dev.warren.gateway.connection.DiscordConnection.Ending;
import dev.warren.gateway.connection.DispatchListener;
import dev.warren.gateway.connection.GatewayAddress;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.gateway.connection.Intent;
import dev.warren.gateway.connection.JavacordConnection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * What an event costs until the gateway's own code has it: the processor time of the thread that reads the socket, while there is always
 * something to read. The events are counted and dropped.
 */
final class SocketTap {
    private static final int EVENTS = 500_000;
    private static final int WARM_UP = 200_000;
    private static final int QUICKLY = 10;
    private static final long PATIENCE_SECONDS = 120;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final Goal GOAL = Goal.atMost(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final Lab lab;
    private final int warmUp;
    private final int events;

    SocketTap(Lab lab) {
        this.lab = lab;
        this.warmUp = lab.quick() ? WARM_UP / QUICKLY : WARM_UP;
        this.events = lab.quick() ? EVENTS / QUICKLY : EVENTS;
    }

    /** @param busy the share of the time in which the thread had a processor */
    private record Cost(double microsEach, double busy) {}

    void measure() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var payloads = Frames.payloads();
        var tap = tap(payloads);
        lab.note("    tap: %.2f µs an event, the thread was busy for %.0f %% of the time"
                .formatted(tap.microsEach(), 100 * tap.busy()));
        var control = parse(payloads);
        lab.note("    plain parse: %.2f µs, %d bytes a frame"
                .formatted(
                        control,
                        payloads.stream().mapToInt(payload -> payload.length).sum() / payloads.size()));
        lab.add(new Figure(
                "socket-tap",
                tap.microsEach(),
                "µs",
                new Control("Jackson reading the same frames to a tree", control),
                GOAL));
    }

    private Cost tap(List<byte[]> payloads)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var counting = new Counting();
        try (var gateway = new FloodingGateway(payloads)) {
            var connection = new JavacordConnection(
                    ConnectionSettings.of("token.of.nobody", Set.of(Intent.GUILDS, Intent.GUILD_MESSAGES)),
                    GatewayAddress.of(gateway.address()),
                    _ -> CompletableFuture.completedFuture(null),
                    counting,
                    _ -> {},
                    InstantSource.system(),
                    RandomGenerator.getDefault());
            connection.connect(Optional.empty());
            try {
                return counting.cost.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                connection.close(Ending.END_SESSION).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** Called by the one thread that reads the socket, which alone uses its fields. */
    private final class Counting implements DispatchListener {
        private final CompletableFuture<Cost> cost = new CompletableFuture<>();
        private int count;
        private long cpu;
        private long wall;

        @Override
        public void onDispatch(GatewayDispatch dispatch) {
            count++;
            if (count == warmUp) {
                cpu = THREADS.getCurrentThreadCpuTime();
                wall = System.nanoTime();
            } else if (count == warmUp + events) {
                double used = THREADS.getCurrentThreadCpuTime() - cpu;
                cost.complete(new Cost(used / NANOS_PER_MICRO / events, used / (System.nanoTime() - wall)));
            }
        }
    }

    /** Gives the microseconds of processor time for a frame. */
    private double parse(List<byte[]> payloads) throws IOException {
        var mapper = new JsonMapper();
        var start = 0L;
        var read = 0L;
        for (var number = 0; number < warmUp + events; number++) {
            if (number == warmUp) {
                start = THREADS.getCurrentThreadCpuTime();
            }
            read += mapper.readTree(payloads.get(number % payloads.size()))
                    .path("d")
                    .size();
        }
        var used = THREADS.getCurrentThreadCpuTime() - start;
        if (read == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return used / NANOS_PER_MICRO / events;
    }
}
