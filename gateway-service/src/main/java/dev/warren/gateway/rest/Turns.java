package dev.warren.gateway.rest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;

/** The client's event loop. */
final class Turns {
    private final Vertx vertx;
    private final Context context;

    Turns(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** Runs it on the loop, from any thread, in the order of the calls of one thread. */
    void run(Runnable action) {
        context.runOnContext(_ -> action.run());
    }

    /** Runs it on the loop after the delay, rounded up to milliseconds. Called on the loop. */
    void after(Duration delay, Runnable action) {
        vertx.setTimer(Math.max(1, (delay.toNanos() + 999_999) / 1_000_000), _ -> action.run());
    }

    /**
     * Waits for an answer of the limits. One that is kept in the process answers at once, and then the caller's own loop goes on; otherwise
     * {@code afterwards} begins it anew.
     *
     * @param otherwise what holds when there is no answer
     */
    <T> void onceAnswered(Future<T> asked, T otherwise, Consumer<T> next, Runnable afterwards) {
        if (asked.succeeded()) {
            next.accept(asked.result());
        } else {
            asked.onComplete(answered -> run(() -> {
                next.accept(answered.succeeded() ? answered.result() : otherwise);
                afterwards.run();
            }));
        }
    }
}
