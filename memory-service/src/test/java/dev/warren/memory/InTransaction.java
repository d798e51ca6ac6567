package dev.warren.memory;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does something in a transaction of its own, as a handler would, and waits for it. */
@ApplicationScoped
public class InTransaction {
    private static final long PATIENCE_SECONDS = 20;

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    InTransaction(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    public <T> T run(Function<Mutiny.StatelessSession, Uni<T>> work) {
        var done = new CompletableFuture<T>();
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> sessions.withStatelessTransaction(work::apply)
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
