package dev.warren.runtime.events;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Keeps asynchronous work on the Vert.x context where it began; the reactive database session insists on it. */
public final class OnContext {
    private OnContext() {}

    /** The current context as an executor; the calling thread itself where there is none. */
    public static Executor executor() {
        Context context = Vertx.currentContext();
        return context == null
                ? Runnable::run
                : task -> {
                    if (Vertx.currentContext() == context) {
                        task.run();
                    } else {
                        context.runOnContext(nothing -> task.run());
                    }
                };
    }

    /** Work that starts, also when it is tried again, and ends on the current context. */
    public static <T> Uni<T> defer(Supplier<Uni<? extends T>> work) {
        var here = executor();
        return Uni.createFrom()
                .<T>deferred(() -> work.get().onItem().transform(item -> item))
                .runSubscriptionOn(here)
                .emitOn(here);
    }
}
