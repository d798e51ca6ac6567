package dev.warren.ai.fun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.draws.Draw;
import dev.warren.schemas.ids.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {
    private static final Draw DRAW = new Draw("seed", EventId.of("interaction:1"));

    @ParameterizedTest
    @CsvSource({
        "d6,1,6",
        "2d6+3,5,15",
        "4d6kh3,3,18",
        "2d20kl1,1,20",
        "d%,1,100",
        "10 - d4,6,9",
        "-d4,-4,-1",
        "100d1000,100,100000"
    })
    void dice_asPlayersWriteThem_fallWithinTheirRange(String written, long least, long most) {
        for (int i = 0; i < 200; i++) {
            var rolled = Dice.read(written).orElseThrow().roll(new Draw("seed", EventId.of("interaction:" + i)));
            assertThat(rolled.total()).isBetween(least, most);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "2d",
                "d1",
                "101d6",
                "d1001",
                "2d6+",
                "2d6kh3",
                "2d6kh0",
                "1000001",
                "d6 d6",
                "50d6+51d6",
                "1+1+1+1+1+1+1+1+1+1+1",
                "2d6;drop"
            })
    void dice_thatAreNoneOrTooMuch_areNotRead(String written) {
        assertThat(Dice.read(written)).isEmpty();
    }

    @Test
    void roll_ofTheSameEvent_isTheSame() {
        var dice = Dice.read("3d6+1d20").orElseThrow();

        var one = dice.roll(new Draw("seed", EventId.of("interaction:7")));
        var again = dice.roll(new Draw("seed", EventId.of("interaction:7")));

        assertThat(again).isEqualTo(one);
        assertThat(dice.roll(new Draw("another seed", EventId.of("interaction:7"))))
                .isNotEqualTo(one);
    }

    @Test
    void kept_ofDice_areCountedAndTheOthersStruckOut() {
        var rolled = Dice.read("4d6kh1").orElseThrow().roll(DRAW);

        assertThat(rolled.shown().split("~~", -1)).hasSize(7);
        assertThat(rolled.total()).isBetween(1L, 6L);
    }
}
