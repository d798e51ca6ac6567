package dev.warren.benchmarks.pipeline;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.CommandLatency;
import java.io.IOException;
import java.util.List;

/** What it takes to bring a member's message to a service and the answer back. */
public final class PipelineBench implements Bench {
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
    public void run(Lab lab) throws IOException, InterruptedException {
        lab.attempt("socket tap alone, without a stack", () -> new SocketTap(lab).measure());
        lab.note("the servers alone");
        StackCost servers;
        try (var stack = WarrenStack.start(lab.root(), SERVERS)) {
            servers = StackCost.of(stack, lab);
        }
        lab.note("the whole stack");
        try (var stack = WarrenStack.start(lab.root(), List.of())) {
            var ready = StackCost.of(stack, lab);
            lab.add(ready.startFigure(servers));
            measure(stack, lab, servers);
        }
    }

    private static void measure(WarrenStack stack, Lab lab, StackCost servers)
            throws IOException, InterruptedException {
        // First, since the members of all loads are the same, and only who has written something has a rank.
        lab.attempt("messages into the database", () -> new Throughput(stack, lab).measure());
        try (var commands = new CommandLatency(stack, lab)) {
            lab.attempt("!rank, 40 in a second over 50 channels", () -> commands.prefix("rank"));
            // Last, since a command whose answer came too late is told in its channel, and that would hold up other
            // messages.
            lab.attempt("/rank, 100 in a second", () -> commands.slash("rank"));
        }
        lab.attempt(
                "memory after all of that",
                () -> lab.add(StackCost.of(stack, lab).memoryFigure(servers)));
        var restarted = stack.restarted();
        if (!restarted.isEmpty()) {
            lab.problem("ended during the run and were started again: " + String.join(", ", restarted));
        }
    }
}
