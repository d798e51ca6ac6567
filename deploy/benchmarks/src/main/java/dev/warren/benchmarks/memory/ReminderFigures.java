package dev.warren.benchmarks.memory;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** The part {@code reminders}: as many as come due in a minute over three instances, each emitted once and in time. */
final class ReminderFigures {
    private static final int COUNT = 10_000;
    private static final int QUICK_COUNT = 500;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Duration QUICK_WITHIN = Duration.ofSeconds(10);
    private static final double PERCENTILE = 99;
    private static final double MOST_SECONDS = 1;
    /** A control of nothing at all would be no control. */
    private static final double LEAST = 0.001;

    private ReminderFigures() {}

    static void measure(Lab lab) throws IOException, InterruptedException, ExecutionException {
        var due = lab.quick() ? new RemindersDue(QUICK_COUNT, QUICK_WITHIN) : new RemindersDue(COUNT, WITHIN);
        var came = due.run(lab.root());
        lab.note("late by p50 %.3f s, p90 %.3f s, p99 %.3f s, at most %.3f s"
                .formatted(came.seconds(50), came.seconds(90), came.seconds(PERCENTILE), came.seconds(100)));
        if (came.late().isEmpty()) {
            lab.problem("no reminder was emitted");
            return;
        }
        lab.add(new Figure(
                "memory.reminders-once",
                came.once(),
                "reminders",
                new Control("asked for", due.count()),
                Goal.atLeast(due.count())));
        lab.add(new Figure(
                "memory.reminders-more-often",
                came.more(),
                "reminders",
                new Control("asked for", due.count()),
                Goal.atMost(0)));
        lab.add(new Figure(
                "memory.reminders-late.p99",
                Math.max(0, came.seconds(PERCENTILE)),
                "s",
                new Control("a plain client that sends each record at its time", Math.max(LEAST, came.control())),
                Goal.atMost(MOST_SECONDS)));
    }
}
