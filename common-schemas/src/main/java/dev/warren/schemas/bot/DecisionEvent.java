package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.EventId;
import java.util.List;
import java.util.Map;

/** Why something was refused or skipped: topic {@code bot.decisions}, best effort, without content. */
public sealed interface DecisionEvent {
    /**
     * One refusal or skip, or all of one batch with the same reason.
     *
     * @param reason a constant of the service, such as {@code same-minute} or {@code missing-permission}
     * @param correlations the chains that it concerns
     * @param details ids and numbers, never content
     */
    @WireType("dev.warren.bot.decided.v1")
    record Decided(String service, String reason, List<EventId> correlations, Map<String, String> details)
            implements DecisionEvent {
        public Decided {
            correlations = List.copyOf(correlations);
            details = Map.copyOf(details);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements DecisionEvent, UnknownType {}
}
