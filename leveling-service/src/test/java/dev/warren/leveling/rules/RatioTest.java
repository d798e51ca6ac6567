package dev.warren.leveling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
    @Property(tries = 300)
    void product_ofThreeFactors_isRoundedOnceAndDown(
            @ForAll @IntRange(max = 1_000) int role,
            @ForAll @IntRange(max = 1_000) int channel,
            @ForAll @IntRange(max = 1_000) int guild,
            @ForAll @IntRange(max = 1_000) int xp) {
        // When
        var product = Ratio.of(role, 100).times(Ratio.of(channel, 100)).times(Ratio.of(guild, 100));
        // Then
        long exact = (long) role * channel * guild * xp / 1_000_000;
        assertThat(product.applied(xp, Integer.MAX_VALUE)).isEqualTo(exact);
    }

    @Property
    void growth_atAnyPlace_liesOnTheLineFromOneToTheMost(
            @ForAll @IntRange(max = 500) int amount, @ForAll @IntRange(min = 1, max = 300) int reach) {
        // Given
        var growth = new Growth(reach, Ratio.of("2.5"));
        // Then: 1 + 1.5 · min(amount, reach) / reach
        assertThat(growth.at(amount)).isEqualTo(Ratio.of(2L * reach + 3L * Math.min(amount, reach), 2L * reach));
    }

    @Test
    void ratio_ofADecimal_isExact() {
        assertThat(Ratio.of("1.10")).isEqualTo(Ratio.of(11, 10));
        assertThat(Ratio.of("0.3333").toString()).isEqualTo(new BigDecimal("0.3333").toString());
    }

    @Test
    void amount_beyondTheMost_isTheMost() {
        assertThat(Ratio.of(1_000_000, 1).applied(1_000, 100_000)).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "1.23456", "one", "1."})
    void ratio_ofWhatIsNoDecimal_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(text))
                .withMessage("ratio must be a decimal number with at most 4 places: " + text);
    }

    @Test
    void factor_aboveTen_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Growth(10, Ratio.of("10.01")))
                .withMessage("most must be 0 to 10: 10.01");
    }
}
