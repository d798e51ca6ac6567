package dev.warren.benchmarks.faults;

import java.util.List;

/** Percentiles of a few hundred values, by the nearest rank. */
final class Percentiles {
    private static final double HUNDRED = 100.0;

    private Percentiles() {}

    /**
     * The smallest value that so many of the values do not exceed.
     *
     * @param percent above 0, at most 100
     * @throws IllegalArgumentException when there are no values
     */
    static double of(List<Double> values, double percent) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty");
        }
        var sorted = values.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / HUNDRED * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }
}
