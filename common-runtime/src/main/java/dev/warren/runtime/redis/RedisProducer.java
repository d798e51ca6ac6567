package dev.warren.runtime.redis;

import dev.warren.runtime.config.RuntimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the service's Redis from its settings. */
@ApplicationScoped
class RedisProducer {
    @Produces
    @Singleton
    Redis redis(RuntimeConfig config) {
        return new Redis(
                config.redis().url(), config.redis().prefix(), config.redis().timeout());
    }

    void close(@Disposes Redis redis) {
        redis.close();
    }
}
