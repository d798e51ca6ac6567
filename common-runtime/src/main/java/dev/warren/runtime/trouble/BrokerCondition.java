package dev.warren.runtime.trouble;

import dev.warren.runtime.events.BrokerWatch;
import jakarta.enterprise.context.ApplicationScoped;

/** What the broker's clients miss is something the service waits for. */
@ApplicationScoped
class BrokerCondition implements BrokerWatch {
    private final Conditions conditions;

    BrokerCondition(Conditions conditions) {
        this.conditions = conditions;
    }

    @Override
    public void away(String what, String reason) {
        conditions.away(what, reason);
    }

    @Override
    public void there(String what) {
        conditions.there(what);
    }
}
