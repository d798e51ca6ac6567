package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.BrokerWatch;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.KafkaEventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** The edge where time and the broker come in. */
@ApplicationScoped
class Producers {
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    EventCodec codec() {
        return new EventCodec();
    }

    @Produces
    @Singleton
    KafkaEventPublisher publisher(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            EventCodec codec,
            RuntimeConfig config,
            MeterRegistry meters,
            BrokerWatch watch) {
        var records = config.records();
        return new KafkaEventPublisher(
                kafka, codec, config.replayId(), records.denseLinger().toMillis(), records.buffer(), meters, watch);
    }

    void close(@Disposes KafkaEventPublisher publisher) {
        publisher.close();
    }
}
