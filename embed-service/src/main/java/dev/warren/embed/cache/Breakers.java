package dev.warren.embed.cache;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.providers.Gate;
import dev.warren.embed.providers.Provider;
import dev.warren.embed.providers.Told;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets a provider rest that is in trouble, so that the next one is asked at once. A provider of one site has one breaker; one that reads any
 * page has one for each host, since a broken host says nothing of the others.
 */
@ApplicationScoped
class Breakers {
    /** Hosts whose breakers are kept, those asked last. */
    private static final int MOST = 2_000;

    private final CircuitBreakerConfig config;
    private final MeterRegistry meters;
    private final Map<String, CircuitBreaker> breakers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CircuitBreaker> eldest) {
            return size() > MOST;
        }
    };

    Breakers(EmbedConfig config, MeterRegistry meters) {
        var breaker = config.cache().breaker();
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.of())
                .minimumNumberOfCalls(breaker.of())
                .failureRateThreshold(breaker.percent())
                .waitDurationInOpenState(breaker.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
        this.meters = meters;
    }

    /** The gate for one link. */
    Gate gate(URI link) {
        var host = String.valueOf(link.getHost());
        return new Gate() {
            @Override
            public boolean mayAsk(Provider provider) {
                boolean may = breaker(provider, host).tryAcquirePermission();
                if (!may) {
                    count(provider, "resting");
                }
                return may;
            }

            @Override
            public void told(Provider provider, Told told) {
                var breaker = breaker(provider, host);
                switch (told) {
                    case Told.Known _ -> {
                        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
                        count(provider, "known");
                    }
                    case Told.Nothing _ -> {
                        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
                        count(provider, "nothing");
                    }
                    case Told.Trouble(var reason) -> {
                        breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(reason));
                        count(provider, "trouble");
                    }
                }
            }
        };
    }

    private CircuitBreaker breaker(Provider provider, String host) {
        var key = switch (provider.rank()) {
            case SITE -> provider.id();
            case OEMBED, PAGE -> provider.id() + "@" + host;
        };
        synchronized (breakers) {
            return breakers.computeIfAbsent(key, name -> CircuitBreaker.of(name, config));
        }
    }

    private void count(Provider provider, String outcome) {
        meters.counter("warren.embed.told", "provider", provider.id(), "outcome", outcome)
                .increment();
    }
}
