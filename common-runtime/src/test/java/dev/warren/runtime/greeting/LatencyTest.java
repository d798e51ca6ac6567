package dev.warren.runtime.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class LatencyTest {
    /** Far above what is measured on a quiet machine, and below the stall of any poll loop. */
    private static final Duration BEARABLE = Duration.ofMillis(250);

    private static final int TIMES = 60;

    @Test
    void greet_askedOneAfterAnother_isAnsweredWithoutTheStallOfAPollLoop() {
        try (var broker = Trials.broker()) {
            // Given
            var times = new ArrayList<Duration>();
            // When
            for (int i = 0; i < TIMES; i++) {
                var asked =
                        Asked.of(Service.EMBED, Instant.now()).slash("greet", Map.of("name", OptionValue.text("Ada")));
                long from = System.nanoTime();
                broker.send(Topics.INTERACTIONS, asked);
                Trials.answers(broker, asked, 1);
                times.add(Duration.ofNanos(System.nanoTime() - from));
            }
            // Then
            var median = times.stream().sorted().toList().get(TIMES / 2);
            assertThat(median).isLessThan(BEARABLE);
        }
    }
}
