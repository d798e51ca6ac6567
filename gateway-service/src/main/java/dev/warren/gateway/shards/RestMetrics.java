package dev.warren.gateway.shards;

import dev.warren.gateway.rest.RateLimitScope;
import dev.warren.gateway.rest.RestObserver;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRoute;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what the REST client does. */
@Singleton
final class RestMetrics implements RestObserver {
    private final MeterRegistry meters;

    RestMetrics(MeterRegistry meters) {
        this.meters = meters;
        // What has not happened yet shows as 0, so that its first time is seen as a change.
        for (var scope : RateLimitScope.values()) {
            rateLimited(scope);
        }
    }

    private Counter rateLimited(RateLimitScope scope) {
        return meters.counter("warren.discord.rate.limited", "scope", scope.name());
    }

    @Override
    public void answered(RestRoute route, int status, Duration took) {
        meters.timer("warren.discord.requests", "route", route.toString(), "status", String.valueOf(status))
                .record(took);
    }

    @Override
    public void ended(RestRoute route, RestOutcome outcome, Duration took, Duration waited) {
        meters.timer("warren.discord.waited", "outcome", outcome.getClass().getSimpleName())
                .record(waited);
    }

    @Override
    public void rateLimited(RestRoute route, RateLimitScope scope, Duration retryAfter) {
        rateLimited(scope).increment();
    }

    @Override
    public void heldBack(RestRoute route) {
        meters.counter("warren.discord.held.back", "route", route.toString()).increment();
    }

    @Override
    public void repeated(RestRoute route, String why, Duration delay) {
        meters.counter("warren.discord.repeated").increment();
    }
}
