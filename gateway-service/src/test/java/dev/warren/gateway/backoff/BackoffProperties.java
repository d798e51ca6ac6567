package dev.warren.gateway.backoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));

    @Property(tries = 200)
    void after_anyNumberOfFailures_staysWithinHalfAndOneAndAHalfOfTheMeanAndUnderTheMaximum(
            @ForAll @IntRange(min = 1, max = 200) int failures, @ForAll long seed) {
        Duration wait = BACKOFF.after(failures, new Random(seed));
        double mean = 100 * Math.pow(2, Math.min(failures - 1, 30));
        assertThat((double) wait.toMillis()).isBetween(Math.min(mean * 0.5, 30_000) - 1, Math.min(mean * 1.5, 30_000));
    }

    @Example
    void after_noFailure_doesNotWait() {
        assertThat(BACKOFF.after(0, new Random(1))).isZero();
    }

    @Example
    void bounds_outOfOrder_areRefused() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("max")
                .hasMessageContaining("PT1S");
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("first");
    }
}
