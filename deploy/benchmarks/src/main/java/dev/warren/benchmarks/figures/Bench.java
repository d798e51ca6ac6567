package dev.warren.benchmarks.figures;

/** One benchmark. It brings up what it needs, measures, and leaves nothing behind. */
public interface Bench {
    /** How it is asked for, in lower case. */
    String name();

    /** What it measures, in one line. */
    String description();

    /** Measures. What cannot be measured is told to the lab as a problem and does not keep the rest from being measured. */
    void run(Lab lab) throws Exception;
}
