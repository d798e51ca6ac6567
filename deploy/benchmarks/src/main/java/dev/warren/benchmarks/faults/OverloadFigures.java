package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Figures of an overload. Controls are a bot that knows no limit, and how it goes for others while there is no overload. */
final class OverloadFigures {
    private static final Duration CONTROL = Duration.ofSeconds(20);
    private static final Goal USED = Goal.atLeast(95);
    private static final Goal LIMITED = Goal.atMost(1);
    private static final double SLOWER = 1.5;
    private final Scene scene;
    private final Lab lab;

    OverloadFigures(Scene scene, Lab lab) {
        this.scene = scene;
        this.lab = lab;
    }

    void measure(OverloadScenario scenario) throws IOException, InterruptedException, ExecutionException {
        var part = scenario.run();
        var heedless = heedless(scenario);
        lab.note("    a bot that knows no limit: %.1f %% used, %.1f of 1,000 requests answered 429"
                .formatted(heedless.usedPercent(), heedless.limitedPerThousand()));
        var report = scenario.run(scene);
        lab.note("    " + report);
        lab.add(new Figure(
                part + ".used",
                report.usedPercent(),
                "%",
                new Control("a bot that knows no limit", heedless.usedPercent()),
                USED));
        lab.add(new Figure(
                part + ".limited",
                report.limitedPerThousand(),
                "of 1,000",
                new Control("a bot that knows no limit", heedless.limitedPerThousand()),
                LIMITED));
        slower(
                part + ".other-channels.p99",
                report.disturbed().p99(),
                report.undisturbed().p99());
        slower(
                part + ".commands.p99",
                report.disturbed().commands().p99(),
                report.undisturbed().commands().p99());
        lab.add(new Figure(
                part + ".other-channels.posted",
                100.0 * report.disturbed().posted() / report.disturbed().replies(),
                "%",
                new Control(
                        "undisturbed",
                        100.0
                                * report.undisturbed().posted()
                                / report.undisturbed().replies()),
                Goal.atLeast(100)));
    }

    private void slower(String name, double disturbed, double undisturbed) {
        lab.add(new Figure(
                name, disturbed, "ms", new Control("undisturbed", undisturbed), Goal.atMost(SLOWER * undisturbed)));
    }

    private HeedlessBot.Result heedless(OverloadScenario scenario) throws IOException, InterruptedException {
        var places = Places.of(
                scene.discord(), "control", scenario.run(), scenario.loud().channels());
        var limit = switch (scenario.limit()) {
            case CHANNEL -> Rate.CHANNEL;
            case GLOBAL -> Rate.GLOBAL;
        };
        return HeedlessBot.post(scene, places.ids(), limit, CONTROL);
    }
}
