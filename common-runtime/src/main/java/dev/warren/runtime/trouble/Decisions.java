package dev.warren.runtime.trouble;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Tells why something was refused or skipped: one record for a batch and reason. Best effort, nobody waits for it. */
@ApplicationScoped
public class Decisions {
    /** More chains than this in one record would make it too large. */
    private static final int MOST_CORRELATIONS = 500;

    /** While the broker is away: nobody waits for these, so they must not pile up. */
    private static final int MOST_ON_THEIR_WAY = 1_000;

    private static final Logger LOG = Logger.getLogger(Decisions.class);

    private final RuntimeConfig config;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final AtomicInteger onTheirWay = new AtomicInteger();

    Decisions(RuntimeConfig config, EventPublisher publisher, InstantSource clock, MeterRegistry meters) {
        this.config = config;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Tells it.
     *
     * @param reason a constant such as {@code same-minute}
     * @param correlations the chains it concerns; none are told beyond the first 500
     * @param details ids and numbers, never content
     */
    public void tell(String reason, List<EventId> correlations, Map<String, String> details) {
        if (correlations.isEmpty()) {
            return;
        }
        var service = config.service().id();
        meters.counter("warren.decisions", "reason", reason).increment(correlations.size());
        if (onTheirWay.incrementAndGet() > MOST_ON_THEIR_WAY) {
            onTheirWay.decrementAndGet();
            meters.counter("warren.decisions.untold").increment();
            return;
        }
        var told = correlations.subList(0, Math.min(correlations.size(), MOST_CORRELATIONS));
        var first = told.getFirst();
        var decided = new Decided(service, reason, told, details);
        var event = new Event<>(
                first.derive("decided:" + service + ":" + reason),
                "/" + service,
                clock.instant(),
                service,
                first,
                Optional.of(first),
                decided);
        publisher
                .publish(new Outgoing<>(Topics.DECISIONS, event))
                .onTermination()
                .invoke(onTheirWay::decrementAndGet)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "decision not told reason=%s error=%s",
                                reason, failure.getClass().getName()));
    }
}
