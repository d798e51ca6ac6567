package dev.warren.gateway.inbound;

import dev.warren.gateway.GatewayConfig;
import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.runtime.trouble.Decisions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the inbound side of a shard. */
@ApplicationScoped
public class Inbounds {
    private final GatewayConfig config;
    private final Translator translator;
    private final KafkaEventPublisher publisher;
    private final Traces traces;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Inbounds(
            GatewayConfig config,
            Translator translator,
            KafkaEventPublisher publisher,
            Traces traces,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config;
        this.translator = translator;
        this.publisher = publisher;
        this.traces = traces;
        this.clock = clock;
        this.meters = meters;
    }

    /** For one shard; it is started by the caller. */
    public ShardInbound forShard(int shard) {
        return new ShardInbound(shard, config.inbound().queue(), translator, publisher, traces, clock, meters);
    }

    @Produces
    @Singleton
    static Telling telling(Decisions decisions) {
        return decisions::tell;
    }

    @Produces
    @Singleton
    static AuthorCache authors(GatewayConfig config) {
        return new AuthorCache(config.inbound().authors());
    }
}
