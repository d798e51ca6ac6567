package dev.warren.gateway.outbound.answers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long members wait for the first response, from the receipt of the interaction to Discord's word that it stands. */
@ApplicationScoped
class FirstResponses {
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    FirstResponses(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** @param by {@code answer}, {@code direct} or {@code deferral} */
    void stands(Conversation conversation, String by) {
        if (conversation.isLocal()) {
            timers.computeIfAbsent(by, this::timer)
                    .record(Duration.between(conversation.about().receivedAt(), clock.instant()));
        }
    }

    private Timer timer(String by) {
        return Timer.builder("warren.first.response")
                .tag("by", by)
                .description("From the receipt of an interaction to its first response")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2_100),
                        Duration.ofSeconds(3))
                .register(meters);
    }
}
