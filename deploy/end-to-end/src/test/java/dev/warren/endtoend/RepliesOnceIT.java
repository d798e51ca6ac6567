package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.benchmarks.faults.Measures;
import dev.warren.benchmarks.faults.OnceScenario;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replies while the gateway is killed, connections break after Discord took the post, and Redis is emptied: each is posted once and in
 * order, also where Discord forgets its nonces. {@code -Dwarren.faults.replies} and {@code .reply-kills} make it longer.
 */
@ExtendWith(OnStack.class)
class RepliesOnceIT {
    private static final Measures MEASURES = Measures.brief();
    private static final int RESET_EVERY = 20;

    @ParameterizedTest(name = "nonces forgotten: {0}")
    @ValueSource(booleans = {false, true})
    void replies_throughKillsResetsAndAFlush_arePostedOnce(boolean noncesForgotten, Stack stack) {
        // Given
        var scenario = new OnceScenario(
                noncesForgotten ? "forgotten" : "kept",
                MEASURES.replyChannels(),
                MEASURES.repliesInEach(),
                RESET_EVERY,
                MEASURES.replyKills(),
                noncesForgotten,
                MEASURES.held());
        // When
        var report = scenario.run(stack.scene());
        // Then
        System.out.println(report);
        assertThat(report.once()).as(report.toString()).isEqualTo(scenario.replies() + scenario.channels());
        assertThat(report.channelsInOrder()).as(report.toString()).isEqualTo(scenario.channels());
        assertThat(report.resets()).isPositive();
    }
}
