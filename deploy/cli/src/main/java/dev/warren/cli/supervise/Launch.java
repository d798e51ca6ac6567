package dev.warren.cli.supervise;

import java.util.Optional;

/** How a process is started and looked after. */
interface Launch {
    /**
     * Starts the process; it need not be ready when this returns.
     *
     * @throws RuntimeException if it cannot be started
     */
    Running start();

    /** What keeps the process from being ready; none when it is. */
    Optional<String> problem();

    /** A process that was started. */
    interface Running {
        ProcessHandle process();

        /** What its command line has and no other's. */
        String marker();

        /** Waits for its end. */
        int exitCode() throws InterruptedException;

        /** Ends it and returns when it is gone; does nothing to one that has ended, but frees what was held for it. */
        void stop();
    }
}
