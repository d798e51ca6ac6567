package dev.warren.runtime.trouble;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Tries again: for ever in an outage, a bounded number of times otherwise, with growing, jittered pauses. */
@ApplicationScoped
public class Waiting {
    private static final String NAME = "stores";
    private static final double JITTER = 0.3;

    private final RuntimeConfig config;
    private final Conditions conditions;

    Waiting(RuntimeConfig config, Conditions conditions) {
        this.config = config;
        this.conditions = conditions;
    }

    /** Waits outages and lost races out; any other failure comes through at once. */
    public <T> Uni<T> outage(Supplier<Uni<? extends T>> work) {
        return OnContext.<T>defer(work)
                .onFailure(Outages::isOutage)
                .invoke(failure -> conditions.away(NAME, String.valueOf(failure.getMessage())))
                .onFailure(failure -> Outages.isOutage(failure) || Outages.isRace(failure))
                .retry()
                .withBackOff(config.records().firstPause(), config.records().longestPause())
                .withJitter(JITTER)
                .indefinitely()
                .invoke(done -> conditions.there(NAME));
    }

    /** Tries as often as a record may be tried; an outage comes through at once. */
    public <T> Uni<T> bounded(Supplier<Uni<? extends T>> work) {
        return OnContext.<T>defer(work)
                .onFailure(failure -> !Outages.isOutage(failure))
                .retry()
                .withBackOff(config.records().firstPause(), config.records().longestPause())
                .withJitter(JITTER)
                .atMost(config.records().attempts() - 1L);
    }
}
