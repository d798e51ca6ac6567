package dev.warren.leveling.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelCurveTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,100", "2,255", "3,475", "5,1150", "10,4675", "20,23850", "50,268375", "100,1899250"})
    void total_ofLevel_isThatOfMee6(int level, long total) {
        assertThat(LevelCurve.total(level)).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "99,0", "100,1", "254,1", "255,2", "1149,4", "1150,5", "1899249,99", "1899250,100"})
    void level_ofTotal_isReachedExactlyAtItsTotal(long xp, int level) {
        assertThat(LevelCurve.level(xp)).isEqualTo(level);
    }

    @Test
    void level_ofTheLargestNumber_isTheHighest() {
        assertThat(LevelCurve.level(Long.MAX_VALUE)).isEqualTo(LevelCurve.HIGHEST);
    }

    @Test
    void level_ofNegativeXp_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LevelCurve.level(-1))
                .withMessage("xp must not be negative: -1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, LevelCurve.HIGHEST + 1})
    void total_ofLevelOutOfBounds_isRefused(int level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LevelCurve.total(level))
                .withMessage("level must be 0 to 100000: " + level);
    }

    @Property
    void total_ofAnyLevel_isTheFormulaWithoutRounding(@ForAll @IntRange(max = LevelCurve.HIGHEST) int level) {
        var l = BigInteger.valueOf(level);
        var sum = l.multiply(l)
                .shiftLeft(1)
                .add(l.multiply(BigInteger.valueOf(27)))
                .add(BigInteger.valueOf(91));
        var exact = l.multiply(sum).multiply(BigInteger.valueOf(5)).divideAndRemainder(BigInteger.valueOf(6));
        assertThat(exact[1]).isZero();
        assertThat(LevelCurve.total(level)).isEqualTo(exact[0].longValueExact());
    }

    @Property
    void step_ofAnyLevel_leadsToTheNextTotal(@ForAll @IntRange(max = LevelCurve.HIGHEST - 1) int level) {
        assertThat(LevelCurve.total(level) + LevelCurve.step(level)).isEqualTo(LevelCurve.total(level + 1));
    }

    @Property
    void level_ofAnyXp_holdsFromItsTotalToTheNext(@ForAll @LongRange(max = 1_600_000_000_000_000L) long xp) {
        int level = LevelCurve.level(xp);
        assertThat(xp).isBetween(LevelCurve.total(level), LevelCurve.total(level + 1) - 1);
    }
}
