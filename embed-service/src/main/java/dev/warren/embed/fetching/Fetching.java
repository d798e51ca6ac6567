package dev.warren.embed.fetching;

import dev.warren.embed.EmbedConfig;
import dev.warren.runtime.redis.Redis;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import org.jboss.logging.Logger;

/** The fetcher of this service. */
@ApplicationScoped
class Fetching {
    private static final Logger LOG = Logger.getLogger(Fetching.class);

    private final EmbedConfig config;
    private final GuardedFetcher fetcher;
    private final MeterRegistry meters;

    Fetching(EmbedConfig config, Redis redis, InstantSource clock, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.fetcher = new GuardedFetcher(
                config.fetching(),
                new PublicOnly(config.fetching().admitLoopback()),
                Dns.SYSTEM,
                UnaryOperator.identity(),
                new RedisHostLimits(redis, config.fetching()),
                clock);
    }

    /** Before anything else starts. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        refuseInProduction(config, LaunchMode.current());
        if (config.fetching().admitLoopback()) {
            LOG.warn("this is a test: links may lead to this very machine");
        }
    }

    /** @throws ConfigurationException where the guard is weakened and this is no test */
    static void refuseInProduction(EmbedConfig config, LaunchMode mode) {
        if (config.fetching().admitLoopback() && mode == LaunchMode.NORMAL && !config.test()) {
            throw new ConfigurationException(
                    "warren.embed.fetching.admit-loopback=true: must be false, since links of strangers would reach this machine;"
                            + " only a test sets it, and says so by warren.embed.test=true");
        }
    }

    @Produces
    @Singleton
    Fetcher fetcher() {
        return new CountedFetcher(fetcher, meters);
    }

    @PreDestroy
    void stop() {
        fetcher.close();
    }
}
