package dev.warren.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/** The clock of a load. */
public interface Pace {
    /** Nanoseconds since any fixed moment. */
    long nanos();

    /** Returns at that moment or a little later; at once when it has passed. */
    void awaitUntil(long nanos) throws InterruptedException;

    /** The system's. */
    static Pace system() {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void awaitUntil(long nanos) throws InterruptedException {
                for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
        };
    }
}
