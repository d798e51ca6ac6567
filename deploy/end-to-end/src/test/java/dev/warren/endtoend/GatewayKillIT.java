package dev.warren.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.benchmarks.faults.KillScenario;
import dev.warren.benchmarks.faults.Measures;
import dev.warren.schemas.topics.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The gateway is killed while members write. What they wrote stands in {@code discord.messages}, and their XP is what it would be
 * undisturbed. {@code -Dwarren.faults.messages}, {@code .kills}, {@code .rate} and {@code .channels} make it longer.
 */
@ExtendWith(OnStack.class)
class GatewayKillIT {
    private static final Measures MEASURES = Measures.brief();

    private static KillScenario.Report kill(Stack stack, String guild, boolean invalidated) {
        var report = new KillScenario(guild, MEASURES.crowd(), MEASURES.kills(), invalidated).run(stack.scene());
        System.out.println(report);
        return report;
    }

    private static void assertNothingLost(KillScenario.Report report) {
        assertThat(report.found().written()).isEqualTo(MEASURES.crowd().messages());
        assertThat(report.found().missing()).as("missing").isZero();
        assertThat(report.found().strange()).as("strange").isZero();
        assertThat(report.members()).isEqualTo(MEASURES.crowd().members());
        assertThat(report.membersRight())
                .as("members with the XP of an undisturbed run")
                .isEqualTo(report.members());
    }

    @Test
    void killed_withSessionsThatCanBeResumed_losesNothing_andReadsNothingBack(Stack stack) {
        var report = kill(stack, "resumed", false);
        assertNothingLost(report);
        assertThat(report.found().copiesReadBack()).isZero();
        assertThat(report.identifies()).isZero();
    }

    @Test
    void killed_withAllSessionsInvalidated_readsBackWhatWasMissed(Stack stack) {
        var report = kill(stack, "invalidated", true);
        assertNothingLost(report);
        assertThat(report.found().copiesReadBack()).isPositive();
    }

    @Test
    void stoppedInOrder_keepsItsSession(Stack stack) {
        // Given
        var chat = new Chat(stack);
        chat.say("ada", "before");
        long identifies = stack.discord().stats().getLong("identifies");
        // When
        stack.stopAndGoOn("gateway-service");
        var written = chat.say("ada", "meanwhile");
        stack.awaitReady("gateway-service");
        // Then
        stack.broker()
                .awaitRecords(
                        Topics.MESSAGES,
                        1,
                        record -> new String(
                                        record.headers().lastHeader("ce_id").value(), UTF_8)
                                .equals("message:" + written.id()));
        assertThat(stack.discord().stats().getLong("identifies")).isEqualTo(identifies);
    }
}
