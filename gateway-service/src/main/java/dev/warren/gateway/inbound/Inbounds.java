package dev.warren.gateway.inbound;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.sessions.ShardMemory;
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
    private final ShardInbound.Means means;
    private final MeterRegistry meters;

    Inbounds(
            GatewayConfig config,
            Translator translator,
            BusyAnswers busy,
            KafkaEventPublisher publisher,
            BrokerPulse pulse,
            Traces traces,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config;
        this.means = new ShardInbound.Means(
                translator, busy, publisher, pulse, config.inbound().brokerPatience(), traces, clock);
        this.meters = meters;
    }

    /** For one shard; it is started by the caller. */
    public ShardInbound forShard(int shard, ShardMemory memory) {
        return new ShardInbound(
                shard,
                config.inbound().queue(),
                config.inbound().underWay(),
                memory,
                new InboundMeters(meters, shard),
                means);
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
