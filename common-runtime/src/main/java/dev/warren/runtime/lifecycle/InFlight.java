package dev.warren.runtime.lifecycle;

import dev.warren.runtime.config.RuntimeConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What is being processed. When the service is told to stop, what has begun is finished while the stores are still open, and nothing
 * more is begun: it stays unacknowledged, and comes again.
 */
@ApplicationScoped
public class InFlight {
    private static final Logger LOG = Logger.getLogger(InFlight.class);

    private final Duration drain;
    private int running;
    private boolean stopping;

    InFlight(RuntimeConfig config) {
        this.drain = config.records().drain();
    }

    /** The work, counted for as long as it takes; never completing when the service stops already. */
    public Uni<Void> run(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> begin()
                        ? work.get().onTermination().invoke(this::end)
                        : Uni.createFrom().<Void>nothing());
    }

    private synchronized boolean begin() {
        if (!stopping) {
            running++;
        }
        return !stopping;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    synchronized void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        long giveUpAt = System.nanoTime() + drain.toNanos();
        long left = drain.toNanos();
        while (running > 0 && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = giveUpAt - System.nanoTime();
        }
        if (running > 0) {
            LOG.warnf("stopped in the middle batches=%d", running);
        }
    }
}
