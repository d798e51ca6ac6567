package dev.warren.eventviewer.chains;

import dev.warren.eventviewer.chains.Told.Outcome;
import dev.warren.eventviewer.traces.SeenSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All records of a chain, cause before effect, and what services told of their work on it.
 *
 * @param steps as a tree, written down from its root; empty when nothing was found
 * @param spans in the order of their beginning
 * @param searched how many records of the topics were looked at beyond those that are kept
 * @param complete whether all that could hold the chain was looked at
 */
public record Chain(List<Step> steps, List<SeenSpan> spans, int searched, boolean complete) {
    public Chain {
        steps = List.copyOf(steps);
        spans = List.copyOf(spans);
    }

    /** When it began. */
    public Optional<Instant> begin() {
        return steps.stream().map(Step::at).min(Comparator.naturalOrder());
    }

    /** Whether something is still to come: an answer or a message of which nobody has told what became of it. */
    public boolean isUnderway() {
        return steps.stream()
                .filter(Chain::isAsking)
                .anyMatch(asking -> steps.stream()
                        .noneMatch(step -> !isIntent(step)
                                && step.parent()
                                        .filter(parent -> steps.get(parent) == asking)
                                        .isPresent()));
    }

    private static boolean isAsking(Step step) {
        return step.told().outcome() == Outcome.UNDERWAY && !step.copy() && !isIntent(step);
    }

    private static boolean isIntent(Step step) {
        return step.record().type().startsWith("dev.warren.bot.reply-intended");
    }

    /** The whole of it in one sentence. */
    public String headline() {
        if (steps.isEmpty()) {
            return "Nothing was found";
        }
        var first = steps.getFirst();
        return first.told().line() + " — " + end(first);
    }

    private String end(Step first) {
        var failed = last(Outcome.FAILED);
        if (failed.isPresent()) {
            return "something went wrong";
        }
        var answered = steps.stream()
                .filter(step -> step.record().type().startsWith("dev.warren.bot.reply-done"))
                .findFirst();
        if (answered.isPresent()) {
            return "answered after "
                    + millis(Duration.between(first.at(), answered.get().at()));
        }
        var refused = last(Outcome.REFUSED);
        if (refused.isPresent()) {
            return refused.get().told().line();
        }
        if (isUnderway()) {
            return "the answer is on its way";
        }
        return last(Outcome.SKIPPED).map(step -> step.told().line()).orElse("nobody had to answer");
    }

    private Optional<Step> last(Outcome outcome) {
        return steps.reversed().stream()
                .filter(step -> step.told().outcome() == outcome)
                .findFirst();
    }

    static String millis(Duration duration) {
        return Math.max(0, duration.toMillis()) + " ms";
    }
}
