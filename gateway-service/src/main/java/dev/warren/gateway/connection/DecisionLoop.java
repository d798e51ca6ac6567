package dev.warren.gateway.connection;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One thread that runs one decision after another. What comes after its stop is dropped. */
final class DecisionLoop {
    private static final Logger LOG = Logger.getLogger(DecisionLoop.class);

    private final ScheduledThreadPoolExecutor executor;

    DecisionLoop(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory(), new ThreadPoolExecutor.DiscardPolicy());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void run(Runnable decision) {
        executor.execute(guarded(decision));
    }

    void after(Duration delay, Runnable decision) {
        executor.schedule(guarded(decision), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        executor.shutdown();
    }

    private static Runnable guarded(Runnable decision) {
        return () -> {
            try {
                decision.run();
            } catch (RuntimeException e) {
                LOG.error("A decision on the connection failed.", e);
            }
        };
    }
}
