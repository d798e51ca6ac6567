package dev.warren.benchmarks.memory;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Lab;
import java.util.List;

/** What members said, written, erased and dropped. Each part is a class of its own, with servers of its own. */
public final class MemoryBench implements Bench {
    private static final String ARCHIVE = "archive";
    private static final String RECALL = "recall";
    private static final String REMINDERS = "reminders";

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String description() {
        return "The archive of conversations: writing turns, erasing a member, dropping a month; recalling facts; reminders over three instances.";
    }

    @Override
    public List<String> parts() {
        return List.of(ARCHIVE, RECALL, REMINDERS);
    }

    @Override
    public void run(Lab lab) throws InterruptedException {
        if (lab.wanted(ARCHIVE)) {
            lab.attempt("turns from conversation.events into the archive", () -> new Archive(lab).measure());
        }
        if (lab.wanted(RECALL)) {
            lab.attempt(
                    "the best 5 of 10,000 facts, and the call that asks for them", () -> new Recalls(lab).measure());
        }
        if (lab.wanted(REMINDERS)) {
            lab.attempt("reminders that come due over three instances", () -> ReminderFigures.measure(lab));
        }
    }
}
