package dev.warren.gateway.inbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what comes in by one shard. */
final class InboundMeters {
    private static final String WAITING = "warren.inbound.waiting";

    private final MeterRegistry meters;
    private final Tags shard;
    private final Timer published;
    private final Map<String, Counter> events = new ConcurrentHashMap<>();

    InboundMeters(MeterRegistry meters, int shard) {
        this.meters = meters;
        this.shard = Tags.of("shard", String.valueOf(shard));
        this.published = Timer.builder("warren.discord.published")
                .description("from the socket to the broker's acknowledgement")
                .tags(this.shard)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(meters);
        // What has not happened yet shows as 0, so that its first time is seen as a change.
        for (var rank : Rank.values()) {
            shedding(rank);
        }
        losing("shed");
    }

    private Counter shedding(Rank rank) {
        return meters.counter("warren.inbound.shed", shard.and("rank", rank.name()));
    }

    private Counter losing(String reason) {
        return meters.counter("warren.lost", shard.and("reason", reason));
    }

    /** A shard that was lost and taken again has a queue of its own. */
    void watch(DispatchQueue queue) {
        meters.find(WAITING).tags(shard).gauges().forEach(meters::remove);
        meters.gauge(WAITING, shard, queue, DispatchQueue::size);
    }

    void came(String type) {
        events.computeIfAbsent(type, name -> meters.counter("warren.discord.events", "type", name))
                .increment();
    }

    void published(Duration took) {
        published.record(took);
    }

    /** It found no place. What is no message, or changes one, cannot be read back. */
    void shed(Rank rank, boolean readBack) {
        shedding(rank).increment();
        if (!readBack) {
            lost("shed");
        }
    }

    void lost(String reason) {
        losing(reason).increment();
    }

    void busy() {
        meters.counter("warren.inbound.busy", shard).increment();
    }

    void misunderstood(String type) {
        meters.counter("warren.inbound.misunderstood", "type", type).increment();
    }
}
