package dev.warren.ai.offline;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What can be said of a transcript without a language model: the lines nearest to what all of them are about, which is the mean of
 * their vectors. Nothing is put into anybody's mouth.
 */
final class Excerpts {
    static final int MOST = 5;
    private static final int SHORTEST = 12;
    private static final int LONGEST_LINE = 240;
    private static final Pattern DATA = Pattern.compile("(?s)<data-([0-9a-f]{8})>\\n(.*)\\n</data-\\1>");

    private Excerpts() {}

    /** Whether a prompt hands a transcript over. */
    static boolean isIn(String prompt) {
        return DATA.matcher(prompt).find();
    }

    /** The most central lines of the transcript in a prompt, in the order in which they were written. */
    static List<String> of(String prompt, Embeddings embeddings) {
        var found = DATA.matcher(prompt);
        if (!found.find()) {
            return List.of();
        }
        var lines = found.group(2)
                .lines()
                .filter(line -> line.length() >= SHORTEST)
                .distinct()
                .toList();
        if (lines.size() <= MOST) {
            return lines.stream().map(Excerpts::cut).toList();
        }
        var vectors = embeddings.all(lines);
        var mean = new float[vectors.getFirst().length];
        for (var vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i];
            }
        }
        return IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Embeddings.likeness(vectors.get(i), mean)))
                .limit(MOST)
                .sorted()
                .map(i -> cut(lines.get(i)))
                .toList();
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
