package dev.warren.ai.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what a model says again and again. */
public final class Repetition {
    /** How often a line may stand in a row. */
    private static final int TIMES = 2;

    /** Three words in a row. */
    private static final int SHINGLE = 3;

    /** From this share of common shingles on, two texts say the same. */
    private static final double SAME = 0.8;

    private static final int FEWEST_SHINGLES = 4;

    private Repetition() {}

    /** The text without what its end repeats: lines, or sentences, that stand in it more than twice in a row. */
    public static String cut(String text) {
        return cut(cut(text, "(?<=\n)"), "(?<=[.!?]\\s)").stripTrailing();
    }

    private static String cut(String text, String border) {
        if (text.contains("```")) {
            return text;
        }
        var kept = new ArrayList<String>();
        for (var piece : text.split(border)) {
            int size = kept.size();
            boolean again = size >= TIMES
                    && !piece.isBlank()
                    && kept.subList(size - TIMES, size).stream()
                            .allMatch(before -> before.strip().equals(piece.strip()));
            if (!again) {
                kept.add(piece);
            }
        }
        return String.join("", kept);
    }

    /** Whether two answers say the same in nearly the same words; short ones may. */
    public static boolean same(String one, String other) {
        var left = shingles(one);
        var right = shingles(other);
        if (left.size() < FEWEST_SHINGLES || right.size() < FEWEST_SHINGLES) {
            return false;
        }
        var common = new HashSet<>(left);
        common.retainAll(right);
        var all = new HashSet<>(left);
        all.addAll(right);
        return (double) common.size() / all.size() >= SAME;
    }

    private static Set<List<String>> shingles(String text) {
        var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        var all = new HashSet<List<String>>();
        for (int i = 0; i + SHINGLE <= words.length; i++) {
            all.add(List.of(words).subList(i, i + SHINGLE));
        }
        return all;
    }
}
