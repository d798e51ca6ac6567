package dev.warren.leveling.rules;

/**
 * How much XP a level takes: the step from level L to the next is {@code square · L² + linear · L + constant}. Steps never fall, so what
 * is refused is a curve that does. MEE6's is 5L² + 50L + 100, of which level L takes 5/6 · L · (2L² + 27L + 91) in all; source: MEE6's
 * documentation of its levels (github.com/Mee6/Mee6-documentation, {@code docs/levels_xp.md}). A flat one has a constant alone.
 *
 * @param square 0 to 1,000
 * @param linear -1,000 to 100,000, and not below {@code -square}
 * @param constant 1 to 1,000,000
 */
public record Curve(long square, long linear, long constant) {
    public static final Curve MEE6 = new Curve(5, 50, 100);
    /** Beyond this nobody rises; with it the steepest curve takes 3.4 · 10^17 XP, which a long holds. */
    public static final int HIGHEST = 100_000;

    public static final long MOST_SQUARE = 1_000;
    public static final long MOST_LINEAR = 100_000;
    public static final long MOST_CONSTANT = 1_000_000;

    public Curve {
        if (square < 0 || square > MOST_SQUARE) {
            throw new IllegalArgumentException("square must be 0 to 1000, or the curve falls in the end: " + square);
        }
        if (linear < -square || linear > MOST_LINEAR) {
            throw new IllegalArgumentException(
                    "linear must be " + -square + " to 100000, or the first steps fall: " + linear);
        }
        if (constant < 1 || constant > MOST_CONSTANT) {
            throw new IllegalArgumentException("constant must be 1 to 1000000: " + constant);
        }
    }

    /** Each level takes the same. */
    public static Curve flat(long step) {
        return new Curve(0, 0, step);
    }

    /**
     * The XP between a level and the next.
     *
     * @param level 0 to {@link #HIGHEST}
     */
    public long step(int level) {
        check(level);
        long l = level;
        return square * l * l + linear * l + constant;
    }

    /**
     * The XP from which a level holds: the sum of the steps below it.
     *
     * @param level 0 to {@link #HIGHEST}
     */
    public long total(int level) {
        check(level);
        long l = level;
        // sums of squares and of numbers below l; both quotients are whole
        long squares = (l - 1) * l * (2 * l - 1) / 6;
        long numbers = (l - 1) * l / 2;
        return square * squares + linear * numbers + constant * l;
    }

    /** The level that a total makes; it must not be negative. Exact: whole numbers alone. */
    public int level(long xp) {
        if (xp < 0) {
            throw new IllegalArgumentException("xp must not be negative: " + xp);
        }
        int low = 0;
        int high = HIGHEST;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (total(middle) <= xp) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static void check(int level) {
        if (level < 0 || level > HIGHEST) {
            throw new IllegalArgumentException("level must be 0 to " + HIGHEST + ": " + level);
        }
    }
}
