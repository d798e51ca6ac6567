package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import java.time.Duration;
import java.util.Optional;

/** Figures of replies that must stand at Discord once and in order. The control is the same undisturbed. */
final class ReplyFigures {
    private static final int RESET_EVERY = 20;
    private static final Goal ALL = Goal.atLeast(100);
    private final Scene scene;
    private final Lab lab;
    private final Measures measures;
    private Optional<OnceScenario.Report> undisturbed = Optional.empty();

    ReplyFigures(Scene scene, Lab lab, Measures measures) {
        this.scene = scene;
        this.lab = lab;
        this.measures = measures;
    }

    private OnceScenario.Report undisturbed() {
        if (undisturbed.isEmpty()) {
            var report = new OnceScenario(
                            "undisturbed",
                            measures.replyChannels(),
                            Math.max(1, measures.repliesInEach() / 5),
                            0,
                            0,
                            false,
                            Duration.ZERO)
                    .run(scene);
            lab.note("    undisturbed: " + report);
            undisturbed = Optional.of(report);
        }
        return undisturbed.orElseThrow();
    }

    void once(String part, boolean noncesForgotten) {
        var control = undisturbed();
        var report = new OnceScenario(
                        part,
                        measures.replyChannels(),
                        measures.repliesInEach(),
                        RESET_EVERY,
                        measures.replyKills(),
                        noncesForgotten,
                        measures.held())
                .run(scene);
        lab.note("    " + report);
        lab.add(new Figure(
                part + ".posted-once",
                report.oncePercent(),
                "%",
                new Control("undisturbed", control.oncePercent()),
                ALL));
        lab.add(new Figure(
                part + ".channels-in-order",
                report.channelsInOrderPercent(),
                "%",
                new Control("undisturbed", control.channelsInOrderPercent()),
                ALL));
    }
}
