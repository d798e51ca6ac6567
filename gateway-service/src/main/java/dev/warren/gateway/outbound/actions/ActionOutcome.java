package dev.warren.gateway.outbound.actions;

import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.rest.RestOutcome;
import java.time.Instant;
import java.util.Map;

/** What became of an action. */
sealed interface ActionOutcome {
    /**
     * It is done.
     *
     * @param details for the audit: ids and numbers, never content
     */
    record Done(Map<String, String> details) implements ActionOutcome {
        public Done {
            details = Map.copyOf(details);
        }
    }

    /** What was looked up lies in Redis under this key. */
    record LookedUp(String key, Instant until) implements ActionOutcome {}

    record Refused(int status, int code, String reason) implements ActionOutcome {}

    /** Whether it was done could not be found out. */
    record Unclear() implements ActionOutcome {}

    static ActionOutcome done() {
        return new Done(Map.of());
    }

    static ActionOutcome refused(String reason) {
        return new Refused(0, 0, reason);
    }

    static ActionOutcome refused(RestOutcome.Refused refused) {
        return new Refused(refused.status(), refused.code(), Refusals.words(refused.status(), refused.code()));
    }

    /** The outcome of a request that may be repeated at will. */
    static ActionOutcome of(RestOutcome outcome) {
        return switch (outcome) {
            case RestOutcome.Posted _ -> done();
            case RestOutcome.Refused refused -> refused(refused);
            case RestOutcome.Unknown _ -> new Unclear();
            case RestOutcome.Expired _, RestOutcome.Overloaded _, RestOutcome.Unavailable _ -> refused("expired");
        };
    }
}
