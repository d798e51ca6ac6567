package dev.warren.runtime.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what is consumed, by topic: once for a batch, so that it costs a dense stream nothing. */
@ApplicationScoped
public class Consumption {
    private final MeterRegistry meters;
    private final Map<String, DistributionSummary> batches = new ConcurrentHashMap<>();
    private final Counter inboxHits;

    Consumption(MeterRegistry meters) {
        this.meters = meters;
        this.inboxHits = meters.counter("warren.inbox.hits");
    }

    /** A batch came in. */
    public void batch(String topic, int records) {
        batches.computeIfAbsent(
                        topic,
                        name -> DistributionSummary.builder("warren.records.consumed")
                                .tag("topic", name)
                                .description("records consumed, and the sizes of their batches")
                                .register(meters))
                .record(records);
    }

    /** An event had been handled before, and its recorded outcome was sent again. */
    public void inboxHit() {
        inboxHits.increment();
    }
}
