package dev.warren.memory.mcp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkiverse.mcp.server.ToolCallException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Bounds and times the calls of tools. What fails is told to the caller without its reason, which may quote what was said. */
@ApplicationScoped
class Calls {
    private static final Logger LOG = Logger.getLogger(Calls.class);

    private final MeterRegistry meters;
    private final AtomicInteger running = new AtomicInteger();

    Calls(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> Uni<T> counted(String tool, int atOnce, Supplier<Uni<? extends T>> work) {
        if (running.incrementAndGet() > atOnce) {
            running.decrementAndGet();
            throw new ToolCallException("Too much is asked at once; try again in a moment.");
        }
        var sample = Timer.start();
        return Uni.createFrom()
                .<T>deferred(work)
                .onFailure(failure -> !(failure instanceof ToolCallException))
                .transform(failure -> {
                    LOG.errorf(
                            "a tool failed tool=%s error=%s",
                            tool, failure.getClass().getName());
                    return new ToolCallException("Something went wrong here; try again in a moment.");
                })
                .onTermination()
                .invoke((_, failure, cancelled) -> {
                    running.decrementAndGet();
                    sample.stop(timer(tool, failure != null || cancelled ? "refused" : "done"));
                });
    }

    private Timer timer(String tool, String outcome) {
        return Timer.builder("warren.mcp.calls")
                .description("how long tools take")
                .tag("tool", tool)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
    }
}
