package dev.warren.gateway.shards;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.InProcessRateLimits;
import dev.warren.gateway.rest.RestObserver;
import dev.warren.gateway.rest.RestSettings;
import dev.warren.gateway.rest.VertxDiscordRest;
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
        return new VertxDiscordRest(
                vertx,
                settings,
                new InProcessRateLimits(settings.limits(), System::nanoTime),
                observer,
                clock,
                new SecureRandom());
    }

    void close(@Disposes DiscordRest rest) {
        rest.close();
    }
}
