package dev.warren.memory.facts;

import java.util.ArrayList;
import java.util.List;

/** The most similar of many, in order. Not for several threads. */
final class Best {
    private final Match[] found;
    private final double least;
    private int size;

    /**
     * Nothing yet.
     *
     * @param most how many are kept
     * @param least what is less similar is not looked at
     */
    Best(int most, double least) {
        this.found = new Match[most];
        this.least = least;
    }

    /**
     * A fact that is like what was looked for.
     *
     * @param similarity the cosine, 1 for the same
     */
    record Match(int number, double similarity) {}

    void offer(int number, double similarity) {
        if (similarity < least || (size == found.length && similarity <= found[size - 1].similarity())) {
            return;
        }
        int place = size < found.length ? size++ : size - 1;
        while (place > 0 && found[place - 1].similarity() < similarity) {
            found[place] = found[place - 1];
            place--;
        }
        found[place] = new Match(number, similarity);
    }

    /** The most similar first. */
    List<Match> matches() {
        var matches = new ArrayList<Match>(size);
        for (int i = 0; i < size; i++) {
            matches.add(found[i]);
        }
        return List.copyOf(matches);
    }
}
