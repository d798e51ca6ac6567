package dev.warren.gateway.commands;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
final class Nearness {
    /** Up to so many characters one slip is forgiven, beyond two; words of two characters are near to everything. */
    private static final int SHORT = 5;

    private static final int SHORTEST = 3;

    private Nearness() {}

    /** The nearest of the words, if it is near enough; of equally near ones the first by the alphabet. */
    static Optional<String> nearest(String written, Collection<String> words) {
        if (written.length() < SHORTEST) {
            return Optional.empty();
        }
        var lower = written.toLowerCase(Locale.ROOT);
        int allowed = lower.length() <= SHORT ? 1 : 2;
        int best = allowed + 1;
        Optional<String> nearest = Optional.empty();
        for (var word : words.stream().sorted().toList()) {
            if (Math.abs(word.length() - lower.length()) <= allowed && word.length() >= SHORTEST) {
                int distance = distance(lower, word);
                if (distance < best) {
                    best = distance;
                    nearest = Optional.of(word);
                }
            }
        }
        return nearest;
    }

    /**
     * How many characters were left out, added, changed or swapped with their neighbour: Damerau-Levenshtein in its restricted form
     * (optimal string alignment), in which no part is edited twice.
     */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                rows[i][j] = Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }
}
