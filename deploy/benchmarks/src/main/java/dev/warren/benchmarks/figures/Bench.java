package dev.warren.benchmarks.figures;

import java.util.List;

/** One benchmark. It brings up what it needs, measures, and leaves nothing behind. */
public interface Bench {
    /** How it is asked for, in lower case. */
    String name();

    /** What it measures, in one line. */
    String description();

    /** The names of what can be measured by itself, in lower case with hyphens; none when there is but the whole. */
    default List<String> parts() {
        return List.of();
    }

    /** Measures. What cannot be measured is told to the lab as a problem and does not keep the rest from being measured. */
    void run(Lab lab) throws Exception;
}
