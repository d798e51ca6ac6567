package dev.warren.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Rate RATE = new Rate(5, Duration.ofSeconds(5));

    /** Five at once, every so often. */
    private static List<Instant> bursts(int count, Duration every) {
        return IntStream.range(0, count)
                .mapToObj(i -> START.plus(every.multipliedBy(i)))
                .flatMap(burst -> Stream.generate(() -> burst).limit(5))
                .toList();
    }

    @Test
    void used_byBurstsAtTheVeryLimit_isAllOfIt() {
        assertThat(RATE.usedPercent(bursts(12, Duration.ofSeconds(5)))).isCloseTo(100, within(0.001));
    }

    @Test
    void used_byBurstsThatComeLate_isLessInProportion() {
        assertThat(RATE.usedPercent(bursts(12, Duration.ofMillis(6_250)))).isCloseTo(80, within(0.001));
    }

    @Test
    void used_doesNotDependOnWhereInABurstTheCountingEnds() {
        var whole = bursts(12, Duration.ofSeconds(5));
        assertThat(RATE.usedPercent(whole.subList(0, 57))).isCloseTo(100, within(0.001));
        assertThat(RATE.usedPercent(whole.subList(0, 56))).isCloseTo(100, within(0.001));
    }

    @Test
    void used_bySteadyRequests_isTheirShare() {
        var steady =
                IntStream.range(0, 61).mapToObj(i -> START.plusSeconds(2L * i)).toList();
        assertThat(RATE.usedPercent(steady)).isCloseTo(50, within(0.001));
    }

    @Test
    void used_byTooFewToTell_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RATE.usedPercent(bursts(1, Duration.ofSeconds(5))))
                .withMessage("there must be more than 5 requests to tell a rate: 5");
    }
}
