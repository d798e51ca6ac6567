package dev.warren.runtime.trouble;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tries again: for ever in an outage, a bounded number of times otherwise, with growing, jittered pauses. */
@ApplicationScoped
public class Waiting {
    private static final double JITTER = 0.3;
    /** A lost race is tried again so often; who loses them all has another trouble. */
    private static final int RACES = 5;

    private static final Duration RACE_PAUSE = Duration.ofMillis(10);

    private final RuntimeConfig config;
    private final Conditions conditions;

    Waiting(RuntimeConfig config, Conditions conditions) {
        this.config = config;
        this.conditions = conditions;
    }

    /** Waits outages out, and tries lost races again; any other failure comes through at once. */
    public <T> Uni<T> outage(Supplier<Uni<? extends T>> work) {
        return forEver(
                OnContext.<T>defer(work)
                        .onFailure(Outages::isRace)
                        .retry()
                        .withBackOff(RACE_PAUSE)
                        .withJitter(JITTER)
                        .atMost(RACES),
                Outages::isOutage);
    }

    /** Waits whatever failure out but the service's own end: for work that must be done, since what it follows from is done. */
    public <T> Uni<T> always(Supplier<Uni<? extends T>> work) {
        return forEver(OnContext.<T>defer(work), failure -> !(failure instanceof CancellationException));
    }

    private <T> Uni<T> forEver(Uni<T> work, Predicate<Throwable> awaited) {
        Set<String> away = ConcurrentHashMap.newKeySet();
        return work.onFailure(awaited)
                .invoke(failure -> {
                    var who = Outages.who(failure);
                    away.add(who);
                    conditions.away(who, Outages.reason(failure));
                })
                .onFailure(awaited)
                .retry()
                .withBackOff(config.records().firstPause(), config.records().longestPause())
                .withJitter(JITTER)
                .indefinitely()
                .onTermination()
                .invoke(() -> away.forEach(conditions::there));
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
