package dev.warren.memory.reminders.phrases;

import java.time.Instant;
import java.time.LocalDateTime;

/** What a phrase means at the time at which it was written. */
public sealed interface When {
    /** Once, then. */
    record Once(Instant instant) implements When {}

    /**
     * Again and again.
     *
     * @param rule of RFC 5545
     * @param starts its DTSTART, by the clock of the place
     * @param first the first time
     */
    record Repeating(String rule, LocalDateTime starts, Instant first) implements When {}

    /** The clock shows that time twice, since it is put back; it has to be asked which is meant. */
    record Twice(LocalDateTime local, Instant earlier, Instant later) implements When {}

    /**
     * The clock never shows that time, since it is put forward; it has to be asked what is meant.
     *
     * @param before as long before the change as was written after it
     * @param after as long after it
     */
    record Skipped(LocalDateTime local, Instant before, Instant after) implements When {}

    /**
     * It cannot be.
     *
     * @param reason a constant
     * @param why a sentence for whoever wrote it
     */
    record Never(String reason, String why) implements When {}
}
