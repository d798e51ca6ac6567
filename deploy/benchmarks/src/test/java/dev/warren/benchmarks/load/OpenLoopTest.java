package dev.warren.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final long MILLI = 1_000_000;
    private final HandClock clock = new HandClock();

    /** Time passes only when somebody waits, or is held up. */
    private static final class HandClock implements Pace {
        private long now = 77;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void awaitUntil(long nanos) {
            now = Math.max(now, nanos);
        }

        void pass(long nanos) {
            now += nanos;
        }
    }

    @Test
    void load_thatIsNotHeldUp_isSentAtASteadyRate() throws InterruptedException {
        // Given
        var sentAt = new ArrayList<Long>();
        // When
        new OpenLoop(4, SECOND, SHORT)
                .run(
                        number -> {
                            sentAt.add((clock.nanos() - 77) / MILLI);
                            return done();
                        },
                        clock);
        // Then
        assertThat(sentAt).containsExactly(0L, 250L, 500L, 750L);
    }

    @Test
    void latency_countsFromTheMomentAtWhichTheThingWasDue() throws InterruptedException {
        // Given a sender that is held up for half a second by the first of ten, and by no other
        OpenLoop.Sender stalling = number -> {
            clock.pass(number == 0 ? 500 * MILLI : MILLI);
            return done();
        };
        // When
        var latencies = new OpenLoop(10, SECOND, SHORT).run(stalling, clock);
        // Then those that were due meanwhile have waited too: 500, 401, 302, 203, 104, 5, 1, 1, 1, 1
        assertThat(latencies.answeredCount()).isEqualTo(10);
        assertThat(latencies.millis(100)).isCloseTo(500, within(1.0));
        assertThat(latencies.millis(90)).isCloseTo(401, within(1.0));
        assertThat(latencies.millis(60)).isCloseTo(104, within(1.0));
        assertThat(latencies.millis(40)).isCloseTo(1, within(0.1));
    }

    @Test
    void load_afterAStall_isMadeUpForInFull() throws InterruptedException {
        var sent = new ArrayList<Long>();
        new OpenLoop(100, SECOND, SHORT)
                .run(
                        number -> {
                            sent.add(number);
                            clock.pass(number == 10 ? 800 * MILLI : 0);
                            return done();
                        },
                        clock);
        assertThat(sent).hasSize(100).isSorted();
    }

    @Test
    void answer_thatNeverComes_isMissingFromTheShareOfTheAnswered() throws InterruptedException {
        var latencies = new OpenLoop(4, SECOND, SHORT)
                .run(number -> number == 2 ? new CompletableFuture<Void>() : done(), clock);
        assertThat(latencies.plannedCount()).isEqualTo(4);
        assertThat(latencies.answeredCount()).isEqualTo(3);
        assertThat(latencies.answeredPercent()).isEqualTo(75);
    }

    @Test
    void answer_thatFails_isNoAnswer() throws InterruptedException {
        var latencies = new OpenLoop(4, SECOND, SHORT)
                .run(number -> CompletableFuture.failedFuture(new IOException("reset")), clock);
        assertThat(latencies.answeredCount()).isZero();
        assertThat(latencies.failedCount()).isEqualTo(4);
    }

    @Test
    void latency_isKeptInThreeDigits() {
        var latencies = new Latencies();
        for (long millis : List.of(1L, 10L, 123_456L)) {
            latencies.planned();
            latencies.answered(Duration.ofMillis(millis));
        }
        assertThat(latencies.millis(100)).isCloseTo(123_456, within(124.0));
        assertThat(latencies.millis(50)).isCloseTo(10, within(0.01));
    }

    @Test
    void latency_beyondTenMinutes_countsAsTenMinutes() {
        var latencies = new Latencies();
        latencies.answered(Duration.ofHours(3));
        assertThat(latencies.millis(100)).isCloseTo(600_000, within(600.0));
    }

    @Test
    void load_withoutRateOrLength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenLoop(0, SECOND, SECOND))
                .withMessage("perSecond must be finite and above 0: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenLoop(1, Duration.ZERO, SECOND))
                .withMessage("length must be positive: PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenLoop(1, SECOND, Duration.ofMillis(-1)))
                .withMessage("patience must be positive: PT-0.001S");
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
