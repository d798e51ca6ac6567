package dev.warren.gateway.outbound.sending;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The one event loop on which everything outbound is decided. State that is touched here alone needs no lock, and nothing here may wait.
 */
@ApplicationScoped
public class OutboundLoop implements Executor {
    private final Vertx vertx;
    private final Context context;

    OutboundLoop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Runs the task on the loop: at once when already there, else after what is queued. */
    @Override
    public void execute(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }

    /** Runs the task on the loop after what is queued, also when already there. */
    public void later(Runnable task) {
        context.runOnContext(nothing -> task.run());
    }

    /** Does work on a context of its own, as database sessions demand; what comes of it comes on the loop. */
    public <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .<T>emitter(emitter -> {
                    Context own = VertxContext.createNewDuplicatedContext(context);
                    VertxContextSafetyToggle.setContextSafe(own, true);
                    own.runOnContext(nothing ->
                            Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
                })
                .emitOn(this);
    }

    /** Runs the task on the loop when the delay is over; the number cancels it. */
    public long after(Duration delay, Runnable task) {
        return vertx.setTimer(Math.max(1, delay.toMillis()), number -> execute(task));
    }

    public void cancel(long timer) {
        vertx.cancelTimer(timer);
    }

    /** Completes on the loop after the delay. */
    public Uni<Void> pause(Duration delay) {
        return Uni.createFrom().emitter(emitter -> after(delay, () -> emitter.complete(null)));
    }
}
