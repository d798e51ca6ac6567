package dev.warren.benchmarks.memory;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.load.Latencies;
import dev.warren.benchmarks.load.OpenLoop;
import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.ids.UserId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long it takes to find the best 5 of 10,000 facts of a member, and to be told of them by the memory's MCP server. */
public final class Recalls {
    /** What a stack needs for this, beside its servers. */
    public static final List<String> PROCESSES =
            List.of(WarrenStack.KAFKA, WarrenStack.POSTGRESQL, WarrenStack.REDIS, Tools.SERVICE);

    private static final UserId MEMBER = new UserId(940_000_000_001L);
    private static final int FACTS = 10_000;
    private static final int QUICK_FACTS = 300;
    private static final double PER_SECOND = 20;
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(4);
    private static final int COLD = 20;
    private static final double WARM_MILLIS = 20;
    private static final double COLD_MILLIS = 150;
    private static final double CALL_MILLIS = 40;

    private final Lab lab;

    public Recalls(Lab lab) {
        this.lab = lab;
    }

    /** Brings up a stack of its own. Vectors lie open for two seconds there, so that a cold recall need not wait for long. */
    public void measure() throws IOException, InterruptedException, SQLException {
        var settings = Map.of(
                Tools.SECRET_VARIABLE, Tools.SECRET, "WARREN_MEMORY_FACTS_CACHED_FOR", OPEN_FOR.toSeconds() + "s");
        try (var stack = WarrenStack.start(lab.root(), PROCESSES, settings);
                var kafka = new RawKafka(stack.kafka());
                var tools = new Tools(stack.running().port(Tools.SERVICE), MEMBER)) {
            int facts = lab.quick() ? QUICK_FACTS : FACTS;
            var loading = new FactLoading(kafka, MEMBER);
            double seconds = loading.load(stack.running(), facts);
            lab.note("    %d facts, remembered one after the other at %.0f/s".formatted(facts, facts / seconds));
            var random = new Random(7);
            warmUp(tools, random);
            called(tools, random, facts);
            search(stack, tools, random, facts);
        }
    }

    private void warmUp(Tools tools, Random random) throws InterruptedException {
        run(tools, random, lab.seconds(20));
    }

    private Latencies run(Tools tools, Random random, int seconds) throws InterruptedException {
        return new OpenLoop(PER_SECOND, Duration.ofSeconds(seconds), Duration.ofSeconds(30))
                .run(_ -> tools.recall(FactLoading.words(random, 4)), Pace.system());
    }

    /** The whole call, the embedding of what is asked included. No question is asked twice. */
    private void called(Tools tools, Random random, int facts) throws InterruptedException {
        var bare = new OpenLoop(PER_SECOND, Duration.ofSeconds(lab.seconds(20)), Duration.ofSeconds(30))
                .run(_ -> tools.ping(), Pace.system());
        var calls = run(tools, random, lab.seconds(60));
        if (calls.answeredPercent() < 100) {
            lab.problem("%.1f %% of the calls were answered".formatted(calls.answeredPercent()));
        }
        lab.note("    recall over MCP, %d calls: p50 %.1f ms".formatted(calls.answeredCount(), calls.millis(50)));
        lab.add(new Figure(
                "mcp-recall.p99",
                calls.millis(99),
                "ms",
                new Control("a call of the same server that does nothing, p99", bare.millis(99)),
                Goal.atMost(CALL_MILLIS)));
    }

    /** From the vector to the facts, as the service itself times it. */
    private void search(WarrenStack stack, Tools tools, Random random, int facts)
            throws InterruptedException, SQLException {
        var timed = new RecallTimes(stack.running());
        var before = timed.read("warm");
        run(tools, random, lab.seconds(30));
        var warm = timed.read("warm").since(before);
        lab.add(new Figure(
                "recall-warm.p99",
                warm.millis(99),
                "ms",
                new Control("the products of as many vectors of 384 bytes, one thread", products(facts)),
                Goal.atMost(WARM_MILLIS)));
        var beforeCold = timed.read("cold");
        for (int i = 0; i < (lab.quick() ? 3 : COLD); i++) {
            pause();
            tools.recall(FactLoading.words(random, 4)).join();
        }
        var cold = timed.read("cold").since(beforeCold);
        lab.note("    warm %d times, mean %.1f ms; cold %d times, mean %.1f ms"
                .formatted(warm.count(), warm.meanMillis(), cold.count(), cold.meanMillis()));
        lab.add(new Figure(
                "recall-cold.worst",
                cold.millis(100),
                "ms",
                new Control("reading as many sealed bytes from PostgreSQL by its plain driver", read(stack)),
                Goal.atMost(COLD_MILLIS)));
    }

    /** Until nothing lies open any more; the cache lets go by itself. */
    private static void pause() {
        long end = System.nanoTime() + UNTIL_CLOSED.toNanos();
        await().atMost(UNTIL_CLOSED.multipliedBy(2)).until(() -> System.nanoTime() > end);
    }

    /** Milliseconds, the median of some. */
    private static double products(int count) {
        var random = new Random(1);
        var all = new byte[count * 384];
        random.nextBytes(all);
        var wanted = new byte[384];
        random.nextBytes(wanted);
        var nanos = new Histogram(3);
        long sum = 0;
        for (int round = 0; round < 50; round++) {
            long start = System.nanoTime();
            for (int at = 0; at < all.length; at++) {
                sum += wanted[at % 384] * all[at];
            }
            nanos.recordValue(System.nanoTime() - start);
        }
        return Math.max(0.001, nanos.getValueAtPercentile(sum == Long.MIN_VALUE ? 51 : 50) / 1e6);
    }

    private static double read(WarrenStack stack) throws SQLException {
        var nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        try (var database = stack.database("memory");
                var statement = database.prepareStatement("SELECT sealed FROM fact_block WHERE member = ?")) {
            statement.setLong(1, MEMBER.value());
            for (int round = 0; round < 20; round++) {
                long start = System.nanoTime();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getBytes(1).length == 0) {
                            throw new IllegalStateException("a block is empty");
                        }
                    }
                }
                nanos.recordValue(System.nanoTime() - start);
            }
        }
        return nanos.getValueAtPercentile(50) / 1e6;
    }
}
