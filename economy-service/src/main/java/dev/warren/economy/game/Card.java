package dev.warren.economy.game;

import java.util.Collection;
import java.util.List;

/**
 * A playing card.
 *
 * @param number 0 to 51: the rank is its remainder by 13, from the ace to the king
 */
record Card(int number) {
    /** How many there are; each is drawn from all of them. */
    static final int ALL = 52;

    private static final int RANKS = 13;
    private static final int TEN = 10;
    private static final int MOST = 21;
    private static final List<String> NAMES = List.of("A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K");
    private static final String SUITS = "♠♥♦♣";

    Card {
        if (number < 0 || number >= ALL) {
            throw new IllegalArgumentException("number must be 0 to 51: " + number);
        }
    }

    /** 1 for an ace, 10 for ten and court cards. */
    int points() {
        return Math.min(number % RANKS + 1, TEN);
    }

    /** The most points without going over 21, an ace counting 1 or 11; the least where all go over. */
    static int total(Collection<Card> cards) {
        int sum = cards.stream().mapToInt(Card::points).sum();
        return isSoft(cards) ? sum + TEN : sum;
    }

    /** Whether an ace counts 11. */
    static boolean isSoft(Collection<Card> cards) {
        int sum = cards.stream().mapToInt(Card::points).sum();
        return sum + TEN <= MOST && cards.stream().anyMatch(card -> card.points() == 1);
    }

    @Override
    public String toString() {
        return NAMES.get(number % RANKS) + SUITS.charAt(number / RANKS);
    }
}
