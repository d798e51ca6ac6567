package dev.warren.ai.conversation;

import dev.warren.ai.AiConfig;
import dev.warren.ai.work.Jobs;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;

/** Ends conversations in which nothing was said for long enough. Replicas share the work by locked rows. */
@ApplicationScoped
class IdleLook {
    private final RuntimeConfig runtime;
    private final AiConfig config;
    private final Pool pool;
    private final Readiness readiness;
    private final Conversations conversations;
    private final Jobs jobs;
    private final InstantSource clock;
    private Optional<Every> looking = Optional.empty();

    IdleLook(
            RuntimeConfig runtime,
            AiConfig config,
            Pool pool,
            Readiness readiness,
            Conversations conversations,
            Jobs jobs,
            InstantSource clock) {
        this.runtime = runtime;
        this.config = config;
        this.pool = pool;
        this.readiness = readiness;
        this.conversations = conversations;
        this.jobs = jobs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            looking = Optional.of(Every.start(
                    "idle conversations",
                    config.conversations().look(),
                    () -> readiness.whenReady().chain(this::look)));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        looking.ifPresent(Every::close);
    }

    private Uni<Void> look() {
        var now = clock.instant();
        return pool.withTransaction(tx -> conversations
                        .endIdle(tx, now)
                        .call(talks -> Multi.createFrom()
                                .iterable(talks)
                                .onItem()
                                .transformToUniAndConcatenate(talk -> jobs.note(
                                        tx, new Ending(talk, EndReason.IDLE, now).job(), talk.guild(), talk.user()))
                                .collect()
                                .last()))
                .invoke(talks -> {
                    if (!talks.isEmpty()) {
                        jobs.wake();
                    }
                })
                .chain(() -> conversations.forget(config.work().known()));
    }
}
