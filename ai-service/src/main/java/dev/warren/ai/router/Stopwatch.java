package dev.warren.ai.router;

import java.time.Duration;
import java.util.Optional;

/** Takes the time that somebody works, without that for which they wait; once. Of one thread. */
final class Stopwatch {
    private long since = System.nanoTime();
    private long taken;
    private boolean stopped;

    /** What comes now does not count. */
    void rest() {
        taken += System.nanoTime() - since;
    }

    /** It counts again. */
    void goOn() {
        since = System.nanoTime();
    }

    /** The time it was; none when it was stopped before. */
    Optional<Duration> stop() {
        if (stopped) {
            return Optional.empty();
        }
        stopped = true;
        return Optional.of(Duration.ofNanos(taken + System.nanoTime() - since));
    }
}
