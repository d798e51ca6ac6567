package dev.warren.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How long answers took, in three digits, up to ten minutes; what took longer counts as ten minutes. May be used by any thread. */
public final class Latencies {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;
    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    private final LongAdder planned = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** Something was sent, or would have been. */
    void planned() {
        planned.increment();
    }

    /** It was answered so long after the moment at which it was due. */
    void answered(Duration latency) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(latency.toNanos()), 0, LONGEST_MICROS));
    }

    void failed() {
        failed.increment();
    }

    /** How many were due. */
    public long plannedCount() {
        return planned.sum();
    }

    public long answeredCount() {
        return micros.getTotalCount();
    }

    public long failedCount() {
        return failed.sum();
    }

    /** The share of what was due that was answered at all, 0 to 100 %. */
    public double answeredPercent() {
        return plannedCount() == 0 ? 0 : 100.0 * answeredCount() / plannedCount();
    }

    /**
     * The time in which so many of the answers came.
     *
     * @param percentile 0 to 100
     * @return milliseconds
     */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
