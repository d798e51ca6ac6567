package dev.warren.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Control CONTROL = new Control("the least", 4);

    @Test
    void ratio_isHowManyTimesTheControlTheValueIs() {
        assertThat(figure(10, Goal.atMost(20)).ratio()).isEqualTo(2.5);
    }

    @Test
    void met_valueOnTheLimit_isGoodEnoughOnBothSides() {
        assertThat(figure(10, Goal.atMost(10)).met()).isTrue();
        assertThat(figure(10, Goal.atLeast(10)).met()).isTrue();
    }

    @Test
    void met_valueBeyondTheLimit_isNotMet() {
        assertThat(figure(10.01, Goal.atMost(10)).met()).isFalse();
        assertThat(figure(9.99, Goal.atLeast(10)).met()).isFalse();
    }

    @Test
    void figure_ofAValueThatIsNoNumber_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(Double.NaN, Goal.atMost(1)))
                .withMessage("value must be finite and not negative: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(-1, Goal.atMost(1)))
                .withMessage("value must be finite and not negative: -1.0");
    }

    @Test
    void figure_withoutNameOrUnit_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("Up To", 1, "s", CONTROL, Goal.atMost(1)))
                .withMessage("name must match [a-z0-9.-]+: Up To");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("up", 1, " ", CONTROL, Goal.atMost(1)))
                .withMessage("unit must not be blank");
    }

    @Test
    void control_ofNothing_isRefusedSinceNothingIsATimesOfIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Control("the least", 0))
                .withMessage("value must be finite and above 0: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Control("", 1))
                .withMessage("name must not be blank");
    }

    @Test
    void goal_belowNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.atMost(-1))
                .withMessage("limit must be finite and not negative: -1.0");
    }

    private static Figure figure(double value, Goal goal) {
        return new Figure("a.figure", value, "ms", CONTROL, goal);
    }
}
