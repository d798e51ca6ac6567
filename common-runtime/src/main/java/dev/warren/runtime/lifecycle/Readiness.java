package dev.warren.runtime.lifecycle;

import dev.warren.runtime.events.FollowedTopics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** When the service may begin to work: the database is migrated and the followed topics are read. */
@ApplicationScoped
public class Readiness {
    private final Database database;
    private final FollowedTopics topics;

    Readiness(Database database, FollowedTopics topics) {
        this.database = database;
        this.topics = topics;
    }

    /** Completes when the service may begin to work; at once from then on. */
    public Uni<Void> whenReady() {
        return database.whenReady().chain(topics::whenCaughtUp);
    }
}
