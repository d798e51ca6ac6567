package dev.warren.gateway.shards;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.InvalidRequests;
import dev.warren.gateway.rest.RestObserver;
import dev.warren.gateway.rest.RestSettings;
import dev.warren.gateway.rest.VertxDiscordRest;
import dev.warren.gateway.sharing.SharedRateLimits;
import dev.warren.runtime.redis.Redis;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the client of Discord's REST interface from the settings. */
@ApplicationScoped
class DiscordClients {
    /** Stands for a token that is not there; nothing is sent with it, since without a token the start fails. */
    private static final String NO_TOKEN = "none";

    @Produces
    @Singleton
    DiscordRest rest(
            Vertx vertx,
            GatewayConfig config,
            RestObserver observer,
            Redis redis,
            MeterRegistry meters,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        var discord = config.discord();
        var pool = RestSettings.Pool.DEFAULT;
        var limits = RestSettings.Limits.DEFAULT;
        var settings = new RestSettings(
                discord.api(),
                config.token().filter(token -> !token.isBlank()).orElse(NO_TOKEN),
                "DiscordBot (https://warren.dev, " + version + ")",
                new RestSettings.Pool(
                        pool.size(),
                        pool.connectTimeout(),
                        pool.requestTimeout(),
                        pool.keepAlive(),
                        discord.trustStore().map(Path::of)),
                RestSettings.Retries.DEFAULT,
                new RestSettings.Limits(
                        discord.requestsPerSecond(),
                        limits.globalPatience(),
                        limits.maxWaitingPerBucket(),
                        limits.maxWaiting(),
                        limits.maxBuckets(),
                        limits.resetMargin()));
        var random = new SecureRandom();
        var instance = Long.toHexString(random.nextLong());
        var shared = new SharedRateLimits(settings.limits(), redis, instance, meters);
        var rest = new VertxDiscordRest(vertx, settings, shared, observer, clock, random);
        var invalid = rest.invalidRequests();
        Gauge.builder("warren.discord.invalid", invalid, InvalidRequests::inLastTenMinutes)
                .description("Answers in the last ten minutes for which Discord blocks an address at 10,000")
                .register(meters);
        Gauge.builder("warren.discord.causes.stopped", invalid, InvalidRequests::stoppedCauses)
                .description("Routes whose requests are held back because Discord refused too many of them")
                .register(meters);
        return rest;
    }

    void close(@Disposes DiscordRest rest) {
        rest.close();
    }
}
