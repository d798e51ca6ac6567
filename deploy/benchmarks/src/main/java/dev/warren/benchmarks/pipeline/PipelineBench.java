package dev.warren.benchmarks.pipeline;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.CommandLatency;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What it takes to bring a member's message to a service and the answer back: with the services of that path alone (the part {@code path}), and with all
 * of them ({@code all}); the gateway's socket is {@code tap}.
 */
public final class PipelineBench implements Bench {
    private static final List<String> PATH =
            List.of("gateway", "leveling", "memory", WarrenStack.SIMULATOR, "event-viewer");

    /** An answer is then an embed, as it is for nearly all commands. */
    private static final Map<String, String> TEXT = Map.of("WARREN_LEVELING_CARDS_ENABLED", "false");

    private static final List<String> SERVERS = List.of(WarrenStack.KAFKA, WarrenStack.POSTGRESQL, WarrenStack.REDIS);

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String description() {
        return "Commands from Discord to a service and back, messages into the database, the start, and what all of it costs.";
    }

    @Override
    public List<String> parts() {
        return List.of("tap", "path", "all");
    }

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        if (lab.wanted("tap")) {
            lab.attempt("socket tap alone, without a stack", () -> new SocketTap(lab).measure());
        }
        lab.note("the servers alone");
        StackCost servers;
        try (var stack = WarrenStack.start(lab.root(), SERVERS)) {
            servers = StackCost.of(stack, lab);
        }
        if (lab.wanted("path")) {
            lab.note("the path: gateway, leveling and memory");
            try (var stack = WarrenStack.start(lab.root(), PATH, TEXT)) {
                path(stack, lab);
                restarts(stack, lab);
            }
        }
        if (lab.wanted("all")) {
            lab.note("the whole stack");
            try (var stack = WarrenStack.start(lab.root(), List.of())) {
                var ready = StackCost.of(stack, lab);
                lab.add(ready.startFigure(servers));
                all(stack, lab, servers);
                restarts(stack, lab);
            }
        }
    }

    /** What a message and a command take that go through one service, and nothing else is done with them. */
    private static void path(WarrenStack stack, Lab lab) throws InterruptedException {
        // First, since the members of all loads are the same, and only who has written something has a rank.
        lab.attempt("messages into the database", () -> new Throughput(stack, lab).measure("messages-per-cpu-second"));
        try (var commands = new CommandLatency(stack, lab)) {
            lab.attempt("!rank, 40 in a second over 50 channels", () -> commands.prefix("rank"));
            // Last, since a command whose answer came too late is told in its channel, and that would hold up other
            // messages.
            lab.attempt("/rank, 100 in a second", () -> commands.slash("rank"));
        }
    }

    /** The same with every service at work on it, and a drawn card for an answer. */
    private static void all(WarrenStack stack, Lab lab, StackCost servers) throws InterruptedException {
        lab.attempt(
                "messages into all services",
                () -> new Throughput(stack, lab).measure("all-services.messages-per-cpu-second"));
        try (var commands = new CommandLatency(stack, lab)) {
            lab.attempt("/rank with a card, 100 in a second", () -> commands.slash("rank", "all-services.card"));
        }
        lab.attempt(
                "memory after all of that",
                () -> lab.add(StackCost.of(stack, lab).memoryFigure(servers)));
    }

    private static void restarts(WarrenStack stack, Lab lab) throws IOException, InterruptedException {
        var restarted = stack.restarted();
        if (!restarted.isEmpty()) {
            lab.problem("ended during the run and were started again: " + String.join(", ", restarted));
        }
    }
}
