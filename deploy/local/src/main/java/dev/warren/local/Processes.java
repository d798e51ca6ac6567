package dev.warren.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes, with a bound on how long that may take. */
public final class Processes {
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

    private static boolean hasEnded(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
