package dev.warren.economy.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.fair.Chance;
import dev.warren.economy.ledger.Coins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What games return is reckoned over all of their draws, each as often as it can be. */
class GameTest {
    private static final Coins BET = new Coins(7);

    /** The least whole number of coins that could show a rounding. */
    private static final Coins ONE = new Coins(1);

    @ParameterizedTest
    @CsvSource({"0, heads", "250, heads", "250, tails", "1, heads", "2000, tails"})
    void coinflip_overAllDraws_returnsOneLessTheEdge(int edge, String side) {
        long paid = 0;
        for (int house = 0; house < Game.WHOLE; house++) {
            for (int coin = 0; coin < 2; coin++) {
                paid += Game.COINFLIP
                        .play(side, ONE, draws(house, coin), edge)
                        .paid()
                        .amount();
            }
        }
        assertThat(paid).isEqualTo(2L * (Game.WHOLE - edge));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 6",
        "250, 1",
        "250, 2",
        "250, 3",
        "250, 4",
        "250, 5",
        "250, 6",
        "250, low",
        "250, high",
        "250, even",
        "250, odd",
        "2000, odd"
    })
    void dice_overAllDraws_returnsOneLessTheEdge(int edge, String guess) {
        long paid = 0;
        for (int house = 0; house < Game.WHOLE; house++) {
            for (int die = 0; die < 6; die++) {
                paid += Game.DICE
                        .play(guess, BET, draws(house, die), edge)
                        .paid()
                        .amount();
            }
        }
        assertThat(paid).isEqualTo(6L * (Game.WHOLE - edge) * BET.amount());
    }

    @ParameterizedTest
    @CsvSource({"0", "250", "2000"})
    void slots_overAllDraws_returnsOneLessTheEdge(int edge) {
        // the reels stop alike whatever the house draws at or above the edge, so once for each is enough
        long fair = 0;
        for (int stops = 0; stops < 1_000; stops++) {
            var draws = draws(edge, stops / 100, stops / 10 % 10, stops % 10);
            fair += Game.SLOTS.play("", ONE, draws, edge).paid().amount();
        }
        assertThat(fair).isEqualTo(1_000);
        for (int house = 0; house < edge; house++) {
            assertThat(Game.SLOTS.play("", ONE, draws(house, 9, 9, 9), edge).paid())
                    .isEqualTo(Coins.NONE);
        }
    }

    @Test
    void result_ofEachGame_isSaidInAWord() {
        assertThat(Game.COINFLIP.play("heads", BET, draws(250, 0), 250).outcome())
                .isEqualTo("heads");
        assertThat(Game.COINFLIP.play("heads", BET, draws(249, 0), 250).outcome())
                .isEqualTo("edge");
        assertThat(Game.DICE.play("6", BET, draws(9_999, 5), 250).outcome()).isEqualTo("6");
        assertThat(Game.SLOTS.play("", BET, draws(9_999, 9, 9, 9), 250).outcome())
                .isEqualTo("💎 💎 💎");
        assertThat(Game.SLOTS.play("", BET, draws(9_999, 9, 9, 9), 250).paid()).isEqualTo(new Coins(700));
    }

    /** These numbers and no others. */
    private static Chance draws(int... numbers) {
        return (place, bound) -> {
            assertThat((long) numbers[place]).isLessThan(bound);
            return numbers[place];
        };
    }
}
