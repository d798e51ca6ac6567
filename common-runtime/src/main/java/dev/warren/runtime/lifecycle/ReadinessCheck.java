package dev.warren.runtime.lifecycle;

import dev.warren.runtime.trouble.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when nothing is waited for; else it names what, and why. */
@ApplicationScoped
@Readiness
class ReadinessCheck implements HealthCheck {
    private final Conditions conditions;

    ReadinessCheck(Conditions conditions) {
        this.conditions = conditions;
    }

    @Override
    public HealthCheckResponse call() {
        var waitingFor = conditions.waitingFor();
        var response = HealthCheckResponse.named("warren").status(waitingFor.isEmpty());
        waitingFor.forEach((what, reason) -> response.withData("waiting for " + what, reason));
        return response.build();
    }
}
