package dev.warren.embed.feeds;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Transactions of work that no record brought: database sessions insist on a context of their own. */
@ApplicationScoped
class Apart {
    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    Apart(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    <T> Uni<T> transact(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ ->
                    sessions.withStatelessTransaction(work::apply).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
