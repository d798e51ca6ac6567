package dev.warren.runtime.lifecycle;

import dev.warren.runtime.events.FollowedTopics;
import dev.warren.runtime.trouble.Conditions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when the database is migrated, the followed topics are read, and nothing is waited for. */
@ApplicationScoped
@Default
@org.eclipse.microprofile.health.Readiness
public class Readiness implements HealthCheck {
    private final Database database;
    private final FollowedTopics topics;
    private final Conditions conditions;

    Readiness(Database database, FollowedTopics topics, Conditions conditions) {
        this.database = database;
        this.topics = topics;
        this.conditions = conditions;
    }

    /** Completes when the service may begin to work; at once from then on. */
    public Uni<Void> whenReady() {
        return database.whenReady().chain(topics::whenCaughtUp);
    }

    @Override
    public HealthCheckResponse call() {
        var waitingFor = conditions.waitingFor();
        var response = HealthCheckResponse.named("warren").status(waitingFor.isEmpty());
        waitingFor.forEach((what, reason) -> response.withData("waiting for " + what, reason));
        return response.build();
    }
}
