package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.benchmarks.faults.Measures;
import dev.warren.benchmarks.faults.OverloadScenario;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten times what Discord allows a channel. {@code -Dwarren.overload.seconds} makes it longer. */
@ExtendWith(OnStack.class)
class OverloadIT {
    private static final Measures MEASURES = Measures.brief();
    /** Others share two cores with the load itself here; how much slower they are the bench says. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    void overload_ofOneChannel_usesWhatIsAllowed_isRefusedNothing_andLetsOthersGoOn(Stack stack)
            throws InterruptedException, ExecutionException {
        // When
        var report =
                OverloadScenario.ofOneChannel("overload", MEASURES.overload()).run(stack.scene());
        // Then
        System.out.println(report);
        assertThat(report.limited()).as("requests answered 429").isZero();
        assertThat(report.usedPercent()).as("share of the allowed rate").isGreaterThanOrEqualTo(90);
        var others = report.disturbed();
        assertThat(others.posted()).as("replies in other channels").isEqualTo(others.replies());
        assertThat(others.p99()).as("milliseconds").isLessThan(AT_ONCE.toMillis());
        assertThat(others.commands().answered()).isEqualTo(others.commands().sent());
    }
}
