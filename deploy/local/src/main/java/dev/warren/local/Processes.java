package dev.warren.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends processes, with a bound on how long that may take. */
public final class Processes {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Processes() {}

    /** How a process is asked to end before it is killed. */
    public enum Request {
        /** SIGTERM: what most programs take as "finish and go". */
        TERMINATE,
        /** SIGINT: PostgreSQL's fast shutdown, which does not wait for its clients. */
        INTERRUPT
    }

    /**
     * Asks a process to end, waits, and kills it when it has not ended in time. Returns when it is gone.
     *
     * @param patience how long it may take to end by itself
     * @return whether it ended by itself
     */
    public static boolean end(ProcessHandle process, Request request, Duration patience) {
        switch (request) {
            case TERMINATE -> process.destroy();
            case INTERRUPT -> interrupt(process);
        }
        if (hasEnded(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        hasEnded(process, patience);
        return false;
    }

    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the end of a process that need not be a child of this one: for those the system gives no signal, and
     * the JDK looks only every few seconds.
     */
    public static boolean hasEnded(ProcessHandle process, Duration patience) {
        var giveUpAt = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() >= giveUpAt || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
    }
}
