package dev.warren.memory.facts;

import dev.warren.runtime.events.OnContext;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does what takes the processor for milliseconds, beside the event loop: few threads, and a queue with an end. */
@ApplicationScoped
class Worker {
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    Worker(FactsConfig config) {
        int most = config.workers();
        threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                Thread.ofPlatform().name("facts-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    Executor executor() {
        return threads;
    }

    /** Fails with {@link java.util.concurrent.RejectedExecutionException} when as many wait as may. Ends on the caller's context. */
    <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads).emitOn(OnContext.executor());
    }
}
