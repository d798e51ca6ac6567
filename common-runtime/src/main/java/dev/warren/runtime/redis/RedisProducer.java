package dev.warren.runtime.redis;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.trouble.Conditions;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the service's Redis from its settings. */
@ApplicationScoped
class RedisProducer {
    private static final String NAME = "redis";

    private Optional<Every> probing = Optional.empty();

    @Produces
    @Singleton
    Redis redis(RuntimeConfig config, Conditions conditions) {
        var redis = new Redis(
                config.redis().url(), config.redis().prefix(), config.redis().timeout());
        if (!config.train()) {
            probing = Optional.of(Every.start("redis", config.probe(), () -> probe(redis, conditions)));
        }
        return redis;
    }

    /** Whoever uses Redis waits for it, so from its first use on it is looked after. */
    private static Uni<Void> probe(Redis redis, Conditions conditions) {
        return redis.call(RedisAsyncCommands::ping)
                .invoke(() -> conditions.there(NAME))
                .onFailure()
                .invoke(failure -> conditions.away(NAME, String.valueOf(failure.getMessage())))
                .replaceWithVoid();
    }

    /** Before the beans go that it tells. */
    void stop(@Observes ShutdownEvent event) {
        probing.ifPresent(Every::close);
    }

    void close(@Disposes Redis redis) {
        redis.close();
    }
}
