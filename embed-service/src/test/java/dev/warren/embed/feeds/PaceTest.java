package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** When a source is asked again. */
class PaceTest {
    private static final Instant NOW = Instant.parse("2026-05-06T12:00:00Z");
    private static final double MIDDLE = 0.5;
    private static final Pace PACE = new Pace(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofHours(6));

    private static Duration after(Instant next) {
        return Duration.between(NOW, next);
    }

    @Test
    void answer_thatSaysNothing_holdsAsLongAsUsual() {
        assertThat(after(PACE.afterAnswer(NOW, Optional.empty(), MIDDLE))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void answer_thatHoldsLongerOrShorterThanTheBounds_isAskedAtTheBounds() {
        assertThat(after(PACE.afterAnswer(NOW, Optional.of(Duration.ofSeconds(1)), MIDDLE)))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(after(PACE.afterAnswer(NOW, Optional.of(Duration.ofDays(9)), MIDDLE)))
                .isEqualTo(Duration.ofHours(6));
        assertThat(after(PACE.afterAnswer(NOW, Optional.of(Duration.ZERO), MIDDLE)))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void failures_inARow_doubleThePauseUpToTheLongest() {
        assertThat(after(PACE.afterFailure(NOW, 1, Optional.empty(), MIDDLE))).isEqualTo(Duration.ofMinutes(20));
        assertThat(after(PACE.afterFailure(NOW, 2, Optional.empty(), MIDDLE))).isEqualTo(Duration.ofMinutes(40));
        assertThat(after(PACE.afterFailure(NOW, 1_000, Optional.empty(), MIDDLE)))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void failure_thatSaysWhenToComeBack_isHeardWhenItIsLater() {
        assertThat(after(PACE.afterFailure(NOW, 1, Optional.of(Duration.ofHours(2)), MIDDLE)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(after(PACE.afterFailure(NOW, 1, Optional.of(Duration.ofSeconds(2)), MIDDLE)))
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Property
    void pause_whateverIsSaid_staysWithinTheBoundsAndItsTenth(
            @ForAll @LongRange(max = 100_000_000) long seconds,
            @ForAll @IntRange(min = 1, max = 10_000) int failures,
            @ForAll @DoubleRange(max = 1) double chance) {
        var said = Optional.of(Duration.ofSeconds(seconds));
        for (var next :
                new Instant[] {PACE.afterAnswer(NOW, said, chance), PACE.afterFailure(NOW, failures, said, chance)}) {
            assertThat(after(next)).isBetween(Duration.ofSeconds(285), Duration.ofMinutes(378));
        }
    }

    @Test
    void bounds_theWrongWayRound_areRefused() {
        assertThatThrownBy(() -> new Pace(Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofHours(1)))
                .hasMessage("shortest must not be above longest: PT2H, PT1H");
    }
}
