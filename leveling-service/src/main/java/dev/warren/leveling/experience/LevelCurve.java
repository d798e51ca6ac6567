package dev.warren.leveling.experience;

/**
 * MEE6's curve: the step from level L to the next takes 5L² + 50L + 100 XP, so level L takes 5/6 · L · (2L² + 27L + 91) in all. Source:
 * MEE6's published documentation of its levels (github.com/Mee6/Mee6-documentation, {@code docs/levels_xp.md}).
 */
public final class LevelCurve {
    /** Beyond this nobody rises; it takes 1.67 · 10^15 XP, which is 25 XP in each minute of 120 million years. */
    public static final int HIGHEST = 100_000;

    private LevelCurve() {}

    /**
     * The XP from which a level holds.
     *
     * @param level 0 to {@link #HIGHEST}
     */
    public static long total(int level) {
        check(level);
        long l = level;
        // 5·L·(2L² + 27L + 91) is divisible by 6 for every whole L, and fits into 54 bits
        return 5 * l * (2 * l * l + 27 * l + 91) / 6;
    }

    /**
     * The XP between a level and the next.
     *
     * @param level 0 to {@link #HIGHEST}
     */
    public static long step(int level) {
        check(level);
        long l = level;
        return 5 * l * l + 50 * l + 100;
    }

    /** The level that a total makes; it must not be negative. Exact: whole numbers alone. */
    public static int level(long xp) {
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
