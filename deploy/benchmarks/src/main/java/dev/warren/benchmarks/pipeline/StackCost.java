package dev.warren.benchmarks.pipeline;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.WarrenStack;
import java.util.Map;

/**
 * How long a stack took to be ready, and what it has in memory.
 *
 * @param startSeconds from the call of {@code warren up --detach} to its return
 * @param bytes resident (PSS), by process with its children
 */
record StackCost(double startSeconds, Map<String, Long> bytes) {
    private static final double BYTES_PER_GIBIBYTE = 1024.0 * 1024 * 1024;
    private static final long BYTES_PER_MEBIBYTE = 1024L * 1024;
    private static final Goal START = Goal.atMost(30);
    private static final Goal MEMORY = Goal.atMost(2.5);

    static StackCost of(WarrenStack stack, Lab lab) {
        var cost = new StackCost(stack.startSeconds(), stack.families(_ -> true).residentBytes());
        cost.bytes()
                .forEach((name, bytes) -> lab.note("    %-20s %5d MiB".formatted(name, bytes / BYTES_PER_MEBIBYTE)));
        lab.note("    %-20s %5.0f MiB, ready in %.1f s".formatted("all", cost.gibibytes() * 1024, cost.startSeconds()));
        return cost;
    }

    private double gibibytes() {
        return bytes.values().stream().mapToLong(Long::longValue).sum() / BYTES_PER_GIBIBYTE;
    }

    Figure startFigure(StackCost servers) {
        return new Figure(
                "up-to-ready",
                startSeconds,
                "s",
                new Control("up of Kafka, PostgreSQL and Redis alone", servers.startSeconds),
                START);
    }

    Figure memoryFigure(StackCost servers) {
        return new Figure(
                "resident-memory",
                gibibytes(),
                "GiB",
                new Control("Kafka, PostgreSQL and Redis alone with their supervisor, idle", servers.gibibytes()),
                MEMORY);
    }
}
