package dev.warren.ai.router;

import dev.warren.ai.AiConfig;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.providers.CallFailed;
import dev.warren.ai.providers.Provider;
import dev.warren.ai.providers.Providers;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Tries and a breaker for each provider and model. Only failures that may pass are tried again and counted; a provider that asks for a
 * longer pause than is allowed is not tried again. A breaker closes when a call succeeds after its rest, or a probe before.
 */
@ApplicationScoped
class Breakers {
    private final AiConfig.Routing config;
    private final RandomGenerator random;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();
    private final Set<String> called = ConcurrentHashMap.newKeySet();

    Breakers(AiConfig config, Providers providers, RandomGenerator random) {
        this.config = config.routing();
        this.random = random;
        providers.onWellAgain(this::close);
    }

    /** The guard of a candidate. */
    Guard of(Candidate candidate) {
        return guards.computeIfAbsent(candidate.name(), this::guard);
    }

    private Guard guard(String name) {
        return Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(config.breakerCalls())
                .failureRatio(config.breakerRatio())
                .delay(config.breakerRest().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(Breakers::isPassing)
                .done()
                .withRetry()
                .maxRetries(config.tries() - 1)
                .maxDuration(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .whenException(this::isWorthATry)
                .withCustomBackoff()
                .strategy(() -> new Pauses())
                .done()
                .done()
                .build();
    }

    /** Whether nothing is let through to it for now. */
    boolean isOpen(Candidate candidate) {
        return isInUse(candidate.name())
                && CircuitBreakerMaintenance.get().currentState(candidate.name()) == CircuitBreakerState.OPEN;
    }

    /** A guard is known to the library from its first call on, not before. */
    private boolean isInUse(String name) {
        return called.contains(name);
    }

    /** Notes that the guard of a candidate was called. */
    void used(Candidate candidate) {
        called.add(candidate.name());
    }

    private void close(Provider provider) {
        provider.candidates().stream()
                .map(Candidate::name)
                .filter(this::isInUse)
                .forEach(CircuitBreakerMaintenance.get()::reset);
    }

    private static boolean isPassing(Throwable thrown) {
        return CallFailed.in(thrown)
                .filter(failed -> failed.failure().isPassing())
                .isPresent();
    }

    private boolean isWorthATry(Throwable thrown) {
        return isPassing(thrown)
                && CallFailed.in(thrown)
                        .flatMap(CallFailed::retryAfter)
                        .filter(wish -> wish.compareTo(config.longestPause()) > 0)
                        .isEmpty();
    }

    /** What the provider asks for, else twice as long each time, less up to half at random. */
    private final class Pauses implements CustomBackoffStrategy {
        private Duration next = config.firstPause();

        @Override
        public void init(long ignored) {}

        @Override
        public long nextDelayInMillis(Throwable thrown) {
            var pause = next.compareTo(config.longestPause()) > 0 ? config.longestPause() : next;
            next = next.multipliedBy(2);
            long least = CallFailed.in(thrown)
                    .flatMap(CallFailed::retryAfter)
                    .map(Duration::toMillis)
                    .orElse(0L);
            long jittered = pause.toMillis() - random.nextLong(Math.max(1, pause.toMillis() / 2));
            return Math.max(least, jittered);
        }
    }
}
