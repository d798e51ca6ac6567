package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.benchmarks.faults.KillScenario;
import dev.warren.benchmarks.faults.Measures;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gateway is killed while members write. What they wrote stands in {@code discord.messages}, and their XP is what it would be
 * undisturbed. {@code -Dwarren.faults.messages}, {@code .kills}, {@code .rate} and {@code .channels} make it longer.
 */
@ExtendWith(OnStack.class)
class GatewayKillIT {
    private static final Measures MEASURES = Measures.brief();
    private static final String GUILD = "forgotten";

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

    /** What a shard remembers from one process to the next. */
    private enum Memory {
        /** By which the next process resumes; what was missed is read back without it. */
        SESSION("UPDATE shard SET session_id = NULL"),
        /** And what tells what was missed; without both it is lost. */
        EVERYTHING("DELETE FROM shard", "DELETE FROM channel_mark", "DELETE FROM gap");

        private final String[] forgetting;

        Memory(String... forgetting) {
            this.forgetting = forgetting;
        }
    }

    /** The tests above would fail without what the gateway remembers. */
    @ParameterizedTest
    @EnumSource
    void killed_andItsMemoryTakenAway_doesNotKeepThePromise(Memory memory, Stack stack) {
        // Given: the database is known before, since the next process begins soon
        stack.execute("gateway", "SELECT 1");
        var channel = "forgotten-" + memory.name().toLowerCase(Locale.ROOT);
        stack.awaitPublished(stack.discord().say(GUILD, channel, "ada", "before"));
        // When
        stack.killAndGoOn("gateway-service");
        stack.execute("gateway", memory.forgetting);
        var missed = stack.discord().say(GUILD, channel, "ada", "meanwhile");
        stack.awaitReady("gateway-service");
        // Then
        switch (memory) {
            case SESSION ->
                assertThat(stack.awaitPublished(missed)).as("read back").isTrue();
            case EVERYTHING -> {
                stack.awaitPublished(stack.discord().say(GUILD, channel, "ada", "afterwards"));
                assertThat(stack.published(missed)).isEmpty();
            }
        }
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
        assertThat(stack.awaitPublished(written)).as("read back").isFalse();
        assertThat(stack.discord().stats().getLong("identifies")).isEqualTo(identifies);
    }
}
