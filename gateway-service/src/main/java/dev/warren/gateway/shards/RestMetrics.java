package dev.warren.gateway.shards;

import dev.warren.gateway.rest.RateLimitScope;
import dev.warren.gateway.rest.RestObserver;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRoute;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what the REST client does. */
@Singleton
final class RestMetrics implements RestObserver {
    private final MeterRegistry meters;

    RestMetrics(MeterRegistry meters) {
        this.meters = meters;
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
        meters.counter("warren.discord.rate.limited", "scope", scope.name()).increment();
    }

    @Override
    public void repeated(RestRoute route, String why, Duration delay) {
        meters.counter("warren.discord.repeated").increment();
    }
}
