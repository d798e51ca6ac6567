package dev.warren.economy.game;

import dev.warren.economy.game.Hand.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What blackjack by {@link Hand}'s rules returns to a member who plays as well as can be, for each coin put in at first. It is reckoned
 * exactly over all cards, each of which is drawn from a full deck: the dealer's totals by recursion, the member's by the best of what may
 * be done.
 */
final class Odds {
    private static final int TEN = 10;
    private static final int BLACKJACK = 21;
    private static final int STANDS = 17;
    private static final int BUST = 22;
    private static final double RANKS = 13;

    /** What a coin wins when it wins. */
    private final double wins;

    private final Map<Integer, double[]> dealers = new HashMap<>();
    private final Map<State, Double> values = new HashMap<>();

    /** @param fee millionths of what is won */
    Odds(int fee) {
        this.wins = 1 - fee / (double) Hand.MILLION;
    }

    /** A member's points, an ace counting 11 where it is soft, against the dealer's open card. */
    private record State(int total, boolean soft, int open) {}

    /**
     * The fee by which the best play returns 1 − edge, to the millionth; none where the rules alone cost as much.
     *
     * @param edge hundredths of a percent
     */
    static int fee(int edge) {
        double wanted = -edge / (double) Game.WHOLE;
        int least = 0;
        int most = Hand.MILLION;
        while (least < most) {
            int middle = (least + most) / 2;
            if (new Odds(middle).best() <= wanted) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }

    /** What the best play gains on average, negative for a loss. */
    double best() {
        double sum = 0;
        for (int open = 1; open <= TEN; open++) {
            double natural = open == 1 ? chance(TEN) : open == TEN ? chance(1) : 0;
            for (int first = 1; first <= TEN; first++) {
                for (int second = 1; second <= TEN; second++) {
                    double likely = chance(open) * chance(first) * chance(second);
                    sum += likely * dealt(first, second, open, natural);
                }
            }
        }
        return sum;
    }

    private double dealt(int first, int second, int open, double natural) {
        if (first + second == 1 + TEN && Math.min(first, second) == 1) {
            return (1 - natural) * 1.5 * wins;
        }
        var state = add(add(new State(0, false, open), first), second);
        return -natural + (1 - natural) * Math.max(value(state), doubling(state));
    }

    private static double chance(int points) {
        return (points == TEN ? 4 : 1) / RANKS;
    }

    private static State add(State state, int points) {
        int total = state.total() + points;
        boolean soft = state.soft();
        if (points == 1 && !soft && total + TEN <= BLACKJACK) {
            total += TEN;
            soft = true;
        }
        if (total > BLACKJACK && soft) {
            total -= TEN;
            soft = false;
        }
        return new State(total, soft, state.open());
    }

    private double value(State state) {
        if (state.total() > BLACKJACK) {
            return -1;
        }
        var known = values.get(state);
        if (known != null) {
            return known;
        }
        double standing = standing(state);
        double value = state.total() == BLACKJACK ? standing : Math.max(standing, hitting(state));
        values.put(state, value);
        return value;
    }

    private double hitting(State state) {
        double sum = 0;
        for (int points = 1; points <= TEN; points++) {
            sum += chance(points) * value(add(state, points));
        }
        return sum;
    }

    private double doubling(State state) {
        double sum = 0;
        for (int points = 1; points <= TEN; points++) {
            var after = add(state, points);
            sum += chance(points) * 2 * (after.total() > BLACKJACK ? -1 : standing(after));
        }
        return sum;
    }

    private double standing(State state) {
        var ends = dealers(state.open());
        double sum = ends[BUST] * wins;
        for (int total = STANDS; total <= BLACKJACK; total++) {
            sum += ends[total] * (total < state.total() ? wins : total == state.total() ? 0 : -1);
        }
        return sum;
    }

    /** How likely the dealer ends with each total, given that it is no blackjack. */
    private double[] dealers(int open) {
        return dealers.computeIfAbsent(open, card -> {
            var ends = new double[BUST + 1];
            int excluded = card == 1 ? TEN : card == TEN ? 1 : 0;
            double left = excluded == 0 ? 1 : 1 - chance(excluded);
            for (int hole = 1; hole <= TEN; hole++) {
                if (hole != excluded) {
                    draw(add(add(new State(0, false, card), card), hole), chance(hole) / left, ends);
                }
            }
            return ends;
        });
    }

    private static void draw(State state, double likely, double[] ends) {
        if (state.total() >= STANDS) {
            ends[Math.min(state.total(), BUST)] += likely;
            return;
        }
        for (int points = 1; points <= TEN; points++) {
            draw(add(state, points), likely * chance(points), ends);
        }
    }

    /** The best move with these cards. */
    Move move(List<Card> own, Card open) {
        var state = new State(Card.total(own), Card.isSoft(own), open.points());
        var moves = new ArrayList<>(List.of(Move.STAND, Move.HIT));
        if (own.size() == 2) {
            moves.add(Move.DOUBLE);
        }
        return moves.stream()
                .max(Comparator.comparingDouble(move -> switch (move) {
                    case STAND -> standing(state);
                    case HIT -> hitting(state);
                    case DOUBLE -> doubling(state);
                }))
                .orElseThrow();
    }
}
