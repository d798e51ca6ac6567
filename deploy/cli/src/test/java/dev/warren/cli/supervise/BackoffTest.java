package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

    @Test
    void after_moreAndMoreDeaths_doublesUpToTheMost() {
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(deaths -> BACKOFF.after(deaths).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
    }

    @Test
    void after_veryManyDeaths_staysAtTheMost() {
        assertThat(BACKOFF.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void count_ranOneSecondTooShort_addsUp() {
        assertThat(BACKOFF.count(3, Duration.ofSeconds(59))).isEqualTo(4);
    }

    @Test
    void count_ranLongEnough_beginsAnew() {
        assertThat(BACKOFF.count(3, Duration.ofSeconds(60))).isEqualTo(1);
    }

    @Test
    void backoff_firstNotPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO))
                .withMessageContaining("first must be positive");
    }

    @Test
    void backoff_mostLessThanFirst_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO))
                .withMessageContaining("most must not be less than first");
    }

    @Test
    void after_noDeath_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BACKOFF.after(0)).withMessageContaining("deaths");
    }
}
