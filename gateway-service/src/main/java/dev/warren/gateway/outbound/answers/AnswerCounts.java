package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts answers by kind and outcome. */
@ApplicationScoped
class AnswerCounts {
    private final MeterRegistry meters;

    AnswerCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String kind, AnswerOutcome outcome) {
        count(kind, word(outcome));
    }

    void count(String kind, String outcome) {
        meters.counter("warren.answers", "kind", kind, "outcome", outcome).increment();
    }

    private static String word(AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Answered _ -> "answered";
            case AnswerOutcome.TooLate _ -> "too-late";
            case AnswerOutcome.Refused _ -> "refused";
            case AnswerOutcome.Unclear _ -> "unclear";
        };
    }
}
