package dev.warren.economy.game;

import dev.warren.economy.fair.Chance;
import dev.warren.economy.ledger.Coins;
import java.util.List;
import java.util.Locale;

/**
 * The games that are over with one draw of the house's and a few of their own. Each is fair by itself: it returns on average exactly what
 * was put in. The edge comes before it: draw 0 below 10,000 is below the edge (in hundredths of a percent) as often as the edge says, and
 * then the house takes the stake. So each returns exactly 1 − edge, for any stake in whole coins.
 */
enum Game {
    /** Draw 1 below 2: heads, tails. Twice the stake. */
    COINFLIP,
    /** Draw 1 below 6: one less than the pips. Six times the stake for the number, twice for a half of the numbers. */
    DICE,
    /** Draws 1 to 3 below 10: the stop of each reel. {@link #pays(List)} is the table. */
    SLOTS,
    /** {@link Hand} is how it is played. */
    BLACKJACK;

    /** Hundredths of a percent in all. */
    static final int WHOLE = 10_000;

    /** The stops of a reel: 4 cherries, 3 lemons, 2 bells, 1 diamond. */
    private static final List<String> REEL = List.of("🍒", "🍒", "🍒", "🍒", "🍋", "🍋", "🍋", "🔔", "🔔", "💎");

    private static final int PIPS = 6;

    /**
     * How a game ended.
     *
     * @param outcome in a word or a few
     * @param byHouse whether the house's draw decided
     * @param paid what comes back, the stake included
     */
    record Result(String outcome, boolean byHouse, Coins paid) {}

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Plays it.
     *
     * @param choice a side; a number from 1 to 6, or low, high, even, odd; nothing for slots
     * @param edge in hundredths of a percent
     */
    Result play(String choice, Coins stake, Chance chance, int edge) {
        boolean byHouse = chance.draw(0, WHOLE) < edge;
        return switch (this) {
            case COINFLIP -> {
                var side = chance.draw(1, 2) == 0 ? "heads" : "tails";
                yield result(byHouse ? "edge" : side, byHouse, stake, side.equals(choice) ? 2 : 0);
            }
            case DICE -> {
                int pips = (int) chance.draw(1, PIPS) + 1;
                yield result(byHouse ? "lost" : Integer.toString(pips), byHouse, stake, pays(choice, pips));
            }
            case SLOTS -> {
                var reels = List.of(reel(chance, 1), reel(chance, 2), reel(chance, 3));
                yield result(byHouse ? "jammed" : String.join(" ", reels), byHouse, stake, pays(reels));
            }
            case BLACKJACK -> throw new IllegalArgumentException("blackjack is played by moves");
        };
    }

    private static Result result(String outcome, boolean byHouse, Coins stake, int times) {
        return new Result(outcome, byHouse, new Coins(byHouse ? 0 : Math.multiplyExact(stake.amount(), (long) times)));
    }

    private static String reel(Chance chance, int place) {
        return REEL.get((int) chance.draw(place, REEL.size()));
    }

    private static int pays(String choice, int pips) {
        boolean hit = switch (choice) {
            case "low" -> pips <= 3;
            case "high" -> pips > 3;
            case "even" -> pips % 2 == 0;
            case "odd" -> pips % 2 == 1;
            case String number -> number.equals(Integer.toString(pips));
        };
        if (!hit) {
            return 0;
        }
        return choice.length() == 1 ? PIPS : 2;
    }

    /**
     * How many times the stake three reels pay. Of the 1,000 ways in which they stop, 1 pays 100, 8 pay 20, 27 pay 10, 64 pay 5, 27 pay 2 and
     * 96 pay 1: 1,000 in all.
     */
    static int pays(List<String> reels) {
        long diamonds = reels.stream().filter("💎"::equals).count();
        long bells = reels.stream().filter("🔔"::equals).count();
        if (reels.stream().distinct().count() == 1) {
            return switch (reels.getFirst()) {
                case "💎" -> 100;
                case "🔔" -> 20;
                case "🍋" -> 10;
                case String cherries -> 5;
            };
        }
        if (diamonds == 2) {
            return 2;
        }
        return bells == 2 ? 1 : 0;
    }
}
