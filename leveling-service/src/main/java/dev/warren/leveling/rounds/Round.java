package dev.warren.leveling.rounds;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Runs one round on a context of its own, as sessions of the database insist on. */
public final class Round {
    private Round() {}

    public static <T> Uni<T> on(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.getOrCreateDuplicatedContext(vertx);
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ -> work.get().subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
