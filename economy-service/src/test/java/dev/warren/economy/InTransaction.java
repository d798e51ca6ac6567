package dev.warren.economy;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does a test's work in a database transaction of its own, as a handler's would be, and waits for it. */
@ApplicationScoped
public class InTransaction {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    InTransaction(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    public <R> R run(Function<Mutiny.StatelessSession, Uni<R>> work) {
        var done = new CompletableFuture<R>();
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ ->
                sessions.withStatelessTransaction(work).subscribe().with(done::complete, done::completeExceptionally));
        return done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
