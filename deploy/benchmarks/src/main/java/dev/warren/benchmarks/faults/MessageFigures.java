package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.StackProcesses;
import java.time.Duration;
import java.util.Optional;

/** Figures of what members write while the gateway is killed, or Kafka is away. The control is the same undisturbed. */
final class MessageFigures {
    private static final String PERCENT = "%";
    private static final String MEBIBYTES = "MiB";
    private static final Goal ALL = Goal.atLeast(100);
    private static final Goal RETURN = Goal.atMost(15);
    private static final double RESIDENT_MEBIBYTES = 512;
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final String BUSY = "I am busy right now";
    private final Scene scene;
    private final Lab lab;
    private final Measures measures;
    private Optional<KillScenario.Report> undisturbed = Optional.empty();

    MessageFigures(Scene scene, Lab lab, Measures measures) {
        this.scene = scene;
        this.lab = lab;
        this.measures = measures;
    }

    /** A fifth of the messages, and nobody disturbs; run once for all parts. */
    private KillScenario.Report undisturbed() {
        var report = undisturbed.orElseGet(() -> {
            var crowd = measures.crowd();
            int messages = Math.max(1, crowd.messages() / crowd.rate() / 5) * crowd.rate();
            return new KillScenario(
                            "undisturbed",
                            new Crowd.Size(messages, crowd.rate(), crowd.channels(), crowd.members()),
                            0,
                            false)
                    .run(scene);
        });
        if (undisturbed.isEmpty()) {
            lab.note("    undisturbed: " + report);
        }
        undisturbed = Optional.of(report);
        return report;
    }

    void kills(String part, boolean invalidated) {
        var control = undisturbed();
        double orderly = orderly();
        var report = new KillScenario(part, measures.crowd(), measures.kills(), invalidated).run(scene);
        lab.note("    " + report);
        shares(part, report.found(), report.membersRightPercent(), control);
        lab.add(new Figure(
                part + ".away", report.awaySeconds(), "s", new Control("stopped in order", orderly), RETURN));
        // Sessions that are resumed may still leave something to read back: what Discord sends again at once can be too
        // much.
        if (invalidated && report.found().copiesReadBack() == 0) {
            lab.problem(part + ": nothing was read back");
        }
        if (!invalidated && report.identifies() > 0) {
            lab.problem("%s: %d times a new session began".formatted(part, report.identifies()));
        }
    }

    private void shares(
            String part, PublishedMessages.Found found, double membersRightPercent, KillScenario.Report control) {
        lab.add(new Figure(
                part + ".published",
                found.percent(),
                PERCENT,
                new Control("undisturbed", control.found().percent()),
                ALL));
        lab.add(new Figure(
                part + ".xp",
                membersRightPercent,
                PERCENT,
                new Control("undisturbed", control.membersRightPercent()),
                ALL));
    }

    /** Seconds from asking the gateway to stop to another being ready. */
    private double orderly() {
        long asked = System.nanoTime();
        scene.processes().stop(StackProcesses.GATEWAY);
        scene.processes().awaitReady(StackProcesses.GATEWAY);
        return (System.nanoTime() - asked) / NANOS_PER_SECOND;
    }

    void outage(String part) throws InterruptedException {
        var control = undisturbed();
        var length = Duration.ofSeconds(
                measures.outage().messages() / measures.outage().rate());
        var report = new OutageScenario(part, measures.outage(), GatewayFaultsBench.patience(length)).run(scene);
        lab.note("    " + report);
        shares(part, report.found(), 100.0 * report.membersRight() / report.members(), control);
        lab.add(new Figure(
                part + ".heap",
                report.most().heapMebibytes(),
                MEBIBYTES,
                new Control("before Kafka went away", report.before().heapMebibytes()),
                Goal.atMost(report.most().heapMostMebibytes())));
        lab.add(new Figure(
                part + ".resident",
                report.most().residentMebibytes(),
                MEBIBYTES,
                new Control("before Kafka went away", report.before().residentMebibytes()),
                Goal.atMost(RESIDENT_MEBIBYTES)));
        lab.add(new Figure(
                part + ".recovery",
                report.recoverySeconds(),
                "s",
                new Control("the same messages read without limits", report.readingSeconds()),
                Goal.atMost(length.toSeconds())));
        if (report.response().filter(response -> response.contains(BUSY)).isEmpty()) {
            lab.problem(part + ": a command was not answered that the bot is busy: " + report.response());
        }
    }
}
