package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.benchmarks.faults.Measures;
import dev.warren.benchmarks.faults.OutageScenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kafka answers nothing while members write. {@code -Dwarren.outage.seconds}, {@code .rate} and {@code .channels} make it longer.
 */
@ExtendWith(OnStack.class)
class KafkaAwayIT {
    private static final Measures MEASURES = Measures.brief();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void kafka_away_commandsAreAnsweredAtOnce_andEveryMessageIsThereAfterwards(Stack stack)
            throws InterruptedException {
        // Given
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("ada", "ping", Map.of()));
        // When
        var report = new OutageScenario("outage", MEASURES.outage(), PATIENCE).run(stack.scene());
        // Then
        System.out.println(report);
        assertThat(report.response())
                .hasValueSatisfying(told -> assertThat(told).contains("I am busy right now"));
        assertThat(report.found().written()).isEqualTo(MEASURES.outage().messages());
        assertThat(report.found().missing()).as("missing").isZero();
        assertThat(report.found().strange()).as("strange").isZero();
        assertThat(report.membersRight())
                .as("members with the XP of an undisturbed run")
                .isEqualTo(report.members());
        // the other services are back before the next test begins
        stack.awaitReady("gateway-service");
        stack.awaitReady("leveling-service");
    }
}
