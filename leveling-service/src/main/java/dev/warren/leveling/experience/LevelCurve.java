package dev.warren.leveling.experience;

import dev.warren.leveling.rules.Curve;

/**
 * The curve of guilds that chose no other, MEE6's: the step from level L to the next takes 5L² + 50L + 100 XP, so level L takes 5/6 · L · (2L² + 27L + 91) in all. Source:
 * MEE6's published documentation of its levels (github.com/Mee6/Mee6-documentation, {@code docs/levels_xp.md}).
 */
public final class LevelCurve {
    /** Beyond this nobody rises; it takes 1.67 · 10^15 XP, which is 25 XP in each minute of 120 million years. */
    public static final int HIGHEST = Curve.HIGHEST;

    private LevelCurve() {}

    /**
     * The XP from which a level holds.
     *
     * @param level 0 to {@link #HIGHEST}
     */
    public static long total(int level) {
        return Curve.MEE6.total(level);
    }

    /**
     * The XP between a level and the next.
     *
     * @param level 0 to {@link #HIGHEST}
     */
    public static long step(int level) {
        return Curve.MEE6.step(level);
    }

    /** The level that a total makes; it must not be negative. */
    public static int level(long xp) {
        return Curve.MEE6.level(xp);
    }
}
