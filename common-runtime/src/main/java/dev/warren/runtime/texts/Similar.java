package dev.warren.runtime.texts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the nearest of some names by optimal string alignment distance (insert, delete, replace, swap neighbours).
 * Source: L. Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.2.
 */
public final class Similar {
    private Similar() {}

    /** The nearest name, when it is near enough to be a slip: one slip in up to four letters, two in more. */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        var lower = typed.toLowerCase(Locale.ROOT);
        int allowed = lower.length() <= 4 ? 1 : 2;
        record Near(String name, int distance) {}
        return names.stream()
                .filter(name -> Math.abs(name.length() - lower.length()) <= allowed)
                .map(name -> new Near(name, distance(lower, name)))
                .filter(near -> near.distance() <= allowed)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }

    /** How many slips lie between two words. */
    public static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 ? j : j == 0 ? i : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
