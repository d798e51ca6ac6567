package dev.warren.economy.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.warren.economy.fair.Chance;
import dev.warren.economy.game.Hand.Move;
import dev.warren.economy.ledger.Coins;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What blackjack returns. The expected figures were reckoned by another program. */
class OddsTest {
    private static final int HANDS = 300_000;

    @ParameterizedTest
    @CsvSource({"0, -0.01086742274540611", "50000, -0.03614556700191929", "27919, -0.025000410846291357"})
    void best_playWithAFee_returnsWhatAnotherProgramReckons(int fee, double gain) {
        assertThat(new Odds(fee).best()).isCloseTo(gain, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"250, 27919", "108, 0", "0, 0"})
    void fee_forAnEdge_isTheLeastThatReachesIt(int edge, int fee) {
        assertThat(Odds.fee(edge)).isEqualTo(fee);
        assertThat(new Odds(fee).best()).isLessThanOrEqualTo(-edge / 10_000.0);
    }

    /** Simulated, to hold the hand's rules against the reckoning: four standard deviations are 0.85 %. */
    @Test
    void hands_playedAsWellAsCanBe_returnAboutWhatIsReckoned() {
        // Given
        var random = new Random(5);
        var odds = new Odds(27_919);
        long bet = 100;
        long gain = 0;
        // When
        for (int i = 0; i < HANDS; i++) {
            var chance = once(random);
            var moves = "";
            var hand = Hand.of(chance, moves, new Coins(bet), 27_919);
            while (!hand.isOver()) {
                Move move = odds.move(hand.own(), hand.dealers().getFirst());
                moves += move.letter();
                hand = Hand.of(chance, moves, new Coins(bet), 27_919);
            }
            gain += hand.paid().amount() - hand.staked().amount();
        }
        // Then
        assertThat(gain / (double) (bet * HANDS)).isCloseTo(-0.025, within(0.0085));
    }

    /** Draws each place once. */
    private static Chance once(Random random) {
        var drawn = new long[64];
        Arrays.fill(drawn, -1);
        return (place, bound) -> {
            if (drawn[place] < 0) {
                drawn[place] = random.nextLong(bound);
            }
            return drawn[place];
        };
    }
}
