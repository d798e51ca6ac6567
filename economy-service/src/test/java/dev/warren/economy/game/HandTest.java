package dev.warren.economy.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.economy.fair.Chance;
import dev.warren.economy.game.Hand.Stage;
import dev.warren.economy.ledger.Coins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandTest {
    private static final Coins BET = new Coins(10);

    /** Cards in the order of their draws: mine, the dealer's, mine, the dealer's, then as they come. */
    @ParameterizedTest
    @CsvSource({
        "A 9 K 9, '', BLACKJACK, 25",
        "A A K K, '', PUSHED, 10",
        "9 A 9 K, '', LOST, 0",
        "9 9 9 9, S, PUSHED, 10",
        "10 9 9 9, S, WON, 20",
        "9 10 9 9, S, LOST, 0",
        "9 6 9 10 J, S, WON, 20",
        "9 6 9 A, S, WON, 20",
        "9 6 9 10 5, S, LOST, 0",
        "9 9 9 9 10, H, LOST, 0",
        "5 9 6 9 K, H, WON, 20",
        "5 9 6 9 K, D, WON, 40",
        "5 9 6 9 2, D, LOST, 0",
        "A 9 6 9 10 2, HHS, PLAYED, 0"
    })
    void hand_afterItsMoves_endsByTheRules(String cards, String moves, Stage stage, long paid) {
        if (stage == Stage.PLAYED) {
            assertThat(Hand.of(cards(cards, 0), "HH", BET, 0).stage()).isEqualTo(Stage.PLAYED);
            assertThat(Card.total(Hand.of(cards(cards, 0), "HH", BET, 0).own())).isEqualTo(19);
            return;
        }
        var hand = Hand.of(cards(cards, 0), moves, BET, 0);
        assertThat(hand.stage()).isEqualTo(stage);
        assertThat(hand.paid()).isEqualTo(new Coins(paid));
    }

    @Test
    void staked_whenItIsDoubled_isTwiceTheBet() {
        assertThat(Hand.of(cards("5 9 6 9 2", 0), "D", BET, 0).staked()).isEqualTo(new Coins(20));
        assertThat(Hand.of(cards("9 9 9 9", 0), "", BET, 0).canDouble()).isTrue();
        assertThat(Hand.of(cards("2 9 2 9 2", 0), "H", BET, 0).canDouble()).isFalse();
    }

    @Test
    void move_afterTheEnd_isRefused() {
        assertThatThrownBy(() -> Hand.of(cards("9 9 9 9 2 2", 0), "SH", BET, 0))
                .hasMessage("moves must end with the hand: SH");
        assertThatThrownBy(() -> Hand.of(cards("2 9 2 9 2 2", 0), "HD", BET, 0))
                .hasMessage("only two cards can be doubled: HD");
        assertThatThrownBy(() -> Hand.Move.of('X')).hasMessage("move must be H, S or D: X");
    }

    /** Over all lots, what is paid is on average exactly what is won less the fee. */
    @ParameterizedTest
    @CsvSource({"A 9 K 9, '', 3", "10 9 9 9, S, 2"})
    void fraction_ofWhatIsWon_isDrawnByLot(String cards, String moves, int halves) {
        int fee = 27_919;
        long exact = BET.amount() * halves * (Hand.MILLION - fee);
        long whole = exact / (2L * Hand.MILLION);
        long over = exact % (2L * Hand.MILLION);
        // the lots from here on give a coin more, and there are as many of them as is over
        long first = 2L * Hand.MILLION - over;
        assertThat(Hand.of(cards(cards, first - 1), moves, BET, fee).paid()).isEqualTo(new Coins(10 + whole));
        assertThat(Hand.of(cards(cards, first), moves, BET, fee).paid()).isEqualTo(new Coins(11 + whole));
        assertThat(Hand.of(cards(cards, 0), moves, BET, fee).paid()).isEqualTo(new Coins(10 + whole));
        assertThat(Hand.of(cards(cards, 2L * Hand.MILLION - 1), moves, BET, fee).paid())
                .isEqualTo(new Coins(11 + whole));
    }

    private static Chance cards(String names, long lot) {
        var ranks = List.of("A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K");
        var cards = List.of(names.split(" "));
        return (place, bound) -> place == 63 ? lot : ranks.indexOf(cards.get(place));
    }
}
