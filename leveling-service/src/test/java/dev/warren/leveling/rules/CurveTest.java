package dev.warren.leveling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void total_ofMee6sCurve_isThatOfItsDocumentation() {
        for (long level = 0; level <= 1_000; level++) {
            assertThat(Curve.MEE6.total((int) level)).isEqualTo(5 * level * (2 * level * level + 27 * level + 91) / 6);
        }
    }

    @Property(tries = 300)
    void total_ofAnyCurve_isTheSumOfItsSteps(
            @ForAll @LongRange(max = 1_000) long square,
            @ForAll @LongRange(max = 100_000) long linear,
            @ForAll @LongRange(min = 1, max = 1_000_000) long constant,
            @ForAll @IntRange(max = 200) int level) {
        // Given
        var curve = new Curve(square, linear - square, constant);
        // When
        long sum = 0;
        for (int below = 0; below < level; below++) {
            sum += curve.step(below);
        }
        // Then
        assertThat(curve.total(level)).isEqualTo(sum);
        assertThat(curve.step(level + 1)).isGreaterThanOrEqualTo(curve.step(level));
    }

    @Property(tries = 300)
    void level_ofAnyTotal_isReachedAndTheNextIsNot(
            @ForAll @LongRange(max = 1_000) long square,
            @ForAll @LongRange(min = 1, max = 1_000_000) long constant,
            @ForAll @LongRange(max = 1_000_000_000_000L) long xp) {
        // Given
        var curve = new Curve(square, 0, constant);
        // When
        int level = curve.level(xp);
        // Then
        assertThat(curve.total(level)).isLessThanOrEqualTo(xp);
        assertThat(level == Curve.HIGHEST || curve.total(level + 1) > xp).isTrue();
    }

    @Test
    void total_ofTheSteepestCurve_fitsIntoALong() {
        assertThat(new Curve(1_000, 100_000, 1_000_000).total(Curve.HIGHEST)).isPositive();
    }

    @Test
    void curve_thatFallsInTheEnd_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(-1, 50, 100))
                .withMessage("square must be 0 to 1000, or the curve falls in the end: -1");
    }

    @Test
    void curve_whoseFirstStepsFall_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(5, -6, 100))
                .withMessage("linear must be -5 to 100000, or the first steps fall: -6");
    }

    @Test
    void curve_withoutAFirstStep_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Curve.flat(0))
                .withMessage("constant must be 1 to 1000000: 0");
    }
}
