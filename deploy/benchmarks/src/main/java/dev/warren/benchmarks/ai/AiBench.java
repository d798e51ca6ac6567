package dev.warren.benchmarks.ai;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.local.providers.Act;
import dev.warren.local.providers.ScriptedProvider;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What the AI service adds to a model's answer, what streams cost in memory, how soon another model is asked, and whether budgets hold. */
public final class AiBench implements Bench {
    private static final String SERVICE = "ai-service";
    private static final List<String> ALONE =
            List.of(WarrenStack.KAFKA, WarrenStack.POSTGRESQL, WarrenStack.REDIS, SERVICE);
    private static final String ADDED = "added";
    private static final String STREAMS = "streams";
    private static final String FAILOVER = "failover";
    private static final String BUDGET = "budget";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 100;
    private static final int MOST = 500;
    private static final long LIMIT = 50_000;
    private static final String TEXT = "word ".repeat(20);
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public String name() {
        return "ai";
    }

    @Override
    public String description() {
        return "What is added to a model's first byte; 500 streams in memory; failover; a budget that is nearly used"
                + " up.";
    }

    @Override
    public List<String> parts() {
        return List.of(ADDED, STREAMS, FAILOVER, BUDGET);
    }

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        lab.note("the AI service, its servers, and two scripted providers");
        try (var first = new ScriptedProvider().remembers(false);
                var second = new ScriptedProvider().remembers(false);
                var stack = WarrenStack.start(lab.root(), ALONE, settings(first, second));
                var kafka = new RawKafka(stack.kafka());
                var load = new AskingLoad(kafka, first)) {
            first.always(_ -> Act.slowly(TEXT, Duration.ofMillis(200), Duration.ofMillis(20)));
            lab.note("warming up");
            for (int i = 0; i < (lab.quick() ? 2 : 20); i++) {
                load.ask(MANY, PATIENCE);
            }
            load.takeAdded();
            if (lab.wanted(ADDED)) {
                lab.attempt("100 streams at once", () -> added(lab, stack, first, load));
            }
            if (lab.wanted(STREAMS)) {
                lab.attempt("500 streams at once", () -> streams(lab, stack, first, load));
            }
            if (lab.wanted(FAILOVER)) {
                lab.attempt("a provider that fails", () -> failover(lab, first, second, load));
            }
            if (lab.wanted(BUDGET)) {
                lab.attempt("1,000 at a nearly used-up budget", () -> budget(lab, stack, first, load));
            }
        }
    }

    private static Map<String, String> settings(ScriptedProvider first, ScriptedProvider second) {
        return Map.ofEntries(
                Map.entry("WARREN_AI_PROVIDERS_OPENAI_BASE_URL", first.url().toString()),
                Map.entry("WARREN_AI_PROVIDERS_OPENAI_KEY", "scripted"),
                Map.entry("WARREN_AI_PROVIDERS_OPENAI_CONCURRENT", "1000"),
                Map.entry("WARREN_AI_PROVIDERS_OPENAI_WAITING", "1000"),
                Map.entry("WARREN_AI_PROVIDERS_ANTHROPIC_BASE_URL", second.url().toString()),
                Map.entry("WARREN_AI_PROVIDERS_ANTHROPIC_KEY", "scripted"),
                Map.entry("WARREN_AI_ROUTING_BREAKER_CALLS", "1000"),
                Map.entry("WARREN_AI_BUDGET_GUILD_TOKENS", "1000000000"),
                Map.entry("WARREN_AI_BUDGET_ALL_TOKENS", "10000000000"),
                Map.entry("WARREN_AI_BUDGET_GUILD_MONEY", "1000000000000"),
                Map.entry("WARREN_AI_BUDGET_ALL_MONEY", "10000000000000"));
    }

    private static void added(Lab lab, WarrenStack stack, ScriptedProvider provider, AskingLoad load) {
        for (int i = 0; i < (lab.quick() ? 3 : 20); i++) {
            load.ask(MANY, PATIENCE);
        }
        var added = load.takeAdded();
        var routing = stack.running().get(SERVICE, "/q/metrics").orElse("");
        var bare = BareStreams.firstBytes(provider, MANY);
        lab.note("    " + added.size() + " answers were timed");
        lab.add(figure("added.p50", at(added, 0.5), at(bare, 0.5), 5));
        lab.add(figure("added.p99", at(added, 0.99), at(bare, 0.99), 25));
        lab.add(figure("router.p50", routing(routing, "0.5"), at(bare, 0.5), 0.6));
        lab.add(figure("router.p99", routing(routing, "0.99"), at(bare, 0.99), 3));
    }

    private static Figure figure(String name, double millis, double bare, double goal) {
        return new Figure(
                name, millis, "ms", new Control("the bare HTTP call", Math.max(bare, 0.001)), Goal.atMost(goal));
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
    }

    private static double routing(String metrics, String quantile) {
        var found = Pattern.compile("warren_ai_routing_seconds\\{.*quantile=\"" + quantile + "\".*} (\\S+)")
                .matcher(metrics);
        if (!found.find()) {
            throw new IllegalStateException("the service tells nothing of its router");
        }
        return Double.parseDouble(found.group(1)) * 1_000;
    }

    private static void streams(Lab lab, WarrenStack stack, ScriptedProvider provider, AskingLoad load)
            throws InterruptedException {
        var most = new AtomicLong();
        var families = stack.families(SERVICE::equals);
        long idle = families.residentBytes().getOrDefault(SERVICE, 0L);
        provider.always(_ -> Act.slowly(TEXT.repeat(10), Duration.ofMillis(500), Duration.ofMillis(25)));
        var asking = Thread.ofPlatform().start(() -> load.ask(MOST, PATIENCE));
        while (asking.isAlive()) {
            most.accumulateAndGet(families.residentBytes().getOrDefault(SERVICE, 0L), Math::max);
            asking.join(Duration.ofMillis(200));
        }
        load.takeAdded();
        lab.add(new Figure(
                "streams.resident",
                most.get() / MEBIBYTE,
                "MiB",
                new Control("before", Math.max(1, idle / MEBIBYTE)),
                Goal.atMost(400)));
    }

    private static void failover(Lab lab, ScriptedProvider first, ScriptedProvider second, AskingLoad load) {
        var failed = new AtomicLong();
        var took = new CopyOnWriteArrayList<Double>();
        first.always(_ -> {
            failed.set(System.nanoTime());
            return Act.refuses(500);
        });
        second.always(_ -> {
            took.add((System.nanoTime() - failed.get()) / 1e6);
            return Act.says("Here. ");
        });
        for (int i = 0; i < (lab.quick() ? 3 : 20); i++) {
            load.ask(1, PATIENCE);
        }
        var sorted = took.stream().sorted().toList();
        lab.add(new Figure(
                "failover.most",
                sorted.getLast(),
                "ms",
                new Control("the median", Math.max(0.001, at(sorted, 0.5))),
                Goal.atMost(50)));
    }

    /** Nobody may be answered beyond the limit: a call reserves what it may come to before it is made. */
    private static void budget(Lab lab, WarrenStack stack, ScriptedProvider provider, AskingLoad load)
            throws SQLException {
        provider.always(_ -> Act.slowly(TEXT, Duration.ofMillis(200), Duration.ofMillis(5)));
        try (var database = stack.database("ai");
                var statement = database.createStatement()) {
            var guild = 1_000 + 999;
            statement.execute("""
                INSERT INTO spending (day, scope, guild_id, user_id, tokens)
                SELECT CAST(now() AT TIME ZONE 'UTC' AS date), 'guild', guild, 0, 1000000000 - %d FROM
                generate_series(1000, %d) AS guild
                ON CONFLICT (guild_id, user_id, scope, day) DO UPDATE SET tokens = excluded.tokens\
                """.formatted(LIMIT, guild));
            load.ask(1_000, PATIENCE, 1);
            try (var spent = statement.executeQuery(
                    "SELECT max(tokens + reserved_tokens) - 1000000000 FROM spending WHERE scope = 'guild'")) {
                spent.next();
                lab.note("    %d of 1,000 were refused".formatted(load.refused()));
                lab.add(new Figure(
                        "budget.over",
                        Math.max(0, spent.getLong(1)),
                        "tokens",
                        new Control("the room there was", LIMIT),
                        Goal.atMost(0)));
            }
        }
    }
}
