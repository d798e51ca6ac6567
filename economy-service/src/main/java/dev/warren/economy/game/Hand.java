package dev.warren.economy.game;

import dev.warren.economy.fair.Chance;
import dev.warren.economy.ledger.Coins;
import java.util.ArrayList;
import java.util.List;

/**
 * A hand of blackjack, as it stands after some moves; all of it follows from its draws. Each card is drawn from a full deck. Draws 0 and 2
 * are the member's, 1 and 3 the dealer's, of which the second lies face down; each further card takes the next draw. A dealer who has a
 * blackjack shows it at once. The dealer stands on all 17. One may double on the first two cards, for one further card; nothing is split. A
 * blackjack wins 3 to 2. The fee is taken of what is won ({@link Odds} says how much), and the fraction of a coin is drawn by lot: draw 63.
 *
 * @param stake what was put in at first
 * @param fee millionths of what is won
 */
record Hand(List<Card> own, List<Card> dealers, boolean doubled, Stage stage, Coins stake, int fee, long lot) {
    static final int MILLION = 1_000_000;

    private static final int LOT = 63;
    private static final int BLACKJACK = 21;
    private static final int STANDS = 17;

    Hand {
        own = List.copyOf(own);
        dealers = List.copyOf(dealers);
    }

    enum Move {
        HIT,
        STAND,
        DOUBLE;

        /** As it stands in a game's choice. */
        char letter() {
            return name().charAt(0);
        }

        static Move of(char letter) {
            return switch (letter) {
                case 'H' -> HIT;
                case 'S' -> STAND;
                case 'D' -> DOUBLE;
                default -> throw new IllegalArgumentException("move must be H, S or D: " + letter);
            };
        }
    }

    enum Stage {
        PLAYED,
        BLACKJACK,
        WON,
        PUSHED,
        LOST;

        String word() {
            return switch (this) {
                case PLAYED -> "not over";
                case BLACKJACK -> "blackjack";
                case WON -> "won";
                case PUSHED -> "push";
                case LOST -> "lost";
            };
        }
    }

    /** The hand after these moves, in letters. */
    static Hand of(Chance chance, String moves, Coins stake, int fee) {
        var own = new ArrayList<>(List.of(card(chance, 0), card(chance, 2)));
        var dealers = new ArrayList<>(List.of(card(chance, 1), card(chance, 3)));
        long lot = chance.draw(LOT, 2L * MILLION);
        var dealt = dealt(own, dealers);
        int next = 4;
        boolean doubled = false;
        boolean stood = false;
        for (char letter : moves.toCharArray()) {
            if (dealt != Stage.PLAYED || stood || Card.total(own) >= BLACKJACK) {
                throw new IllegalArgumentException("moves must end with the hand: " + moves);
            }
            switch (Move.of(letter)) {
                case HIT -> own.add(card(chance, next++));
                case STAND -> stood = true;
                case DOUBLE -> {
                    if (own.size() > 2) {
                        throw new IllegalArgumentException("only two cards can be doubled: " + moves);
                    }
                    own.add(card(chance, next++));
                    doubled = true;
                    stood = true;
                }
            }
        }
        if (dealt != Stage.PLAYED) {
            return new Hand(own, dealers, false, dealt, stake, fee, lot);
        }
        int total = Card.total(own);
        if (total < BLACKJACK && !stood) {
            return new Hand(own, dealers, false, Stage.PLAYED, stake, fee, lot);
        }
        while (total <= BLACKJACK && Card.total(dealers) < STANDS) {
            dealers.add(card(chance, next++));
        }
        return new Hand(own, dealers, doubled, compare(total, Card.total(dealers)), stake, fee, lot);
    }

    private static Card card(Chance chance, int place) {
        return new Card((int) chance.draw(place, Card.ALL));
    }

    private static Stage dealt(List<Card> own, List<Card> dealers) {
        boolean mine = Card.total(own) == BLACKJACK;
        boolean theirs = Card.total(dealers) == BLACKJACK;
        if (mine) {
            return theirs ? Stage.PUSHED : Stage.BLACKJACK;
        }
        return theirs ? Stage.LOST : Stage.PLAYED;
    }

    private static Stage compare(int mine, int theirs) {
        if (mine > BLACKJACK) {
            return Stage.LOST;
        }
        if (theirs > BLACKJACK || mine > theirs) {
            return Stage.WON;
        }
        return mine == theirs ? Stage.PUSHED : Stage.LOST;
    }

    boolean isOver() {
        return stage != Stage.PLAYED;
    }

    boolean canDouble() {
        return !isOver() && own.size() == 2;
    }

    /** What was put in, with what doubling added. */
    Coins staked() {
        return doubled ? stake.plus(stake) : stake;
    }

    /** What comes back, what was put in included. */
    Coins paid() {
        return switch (stage) {
            case PLAYED, LOST -> Coins.NONE;
            case PUSHED -> staked();
            case WON -> staked().plus(won(2));
            case BLACKJACK -> staked().plus(won(3));
        };
    }

    /** @param halves of what was put in */
    private Coins won(int halves) {
        long exact = Math.multiplyExact(staked().amount(), (long) halves * (MILLION - fee));
        return new Coins(Math.addExact(exact, lot) / (2L * MILLION));
    }
}
