package dev.warren.gateway.rest;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A client with small bounds before a scripted server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestFixture {
    static final RestRoute MESSAGES = RestRoute.post("/channels/{channel_id}/messages");
    static final RestRoute CALLBACK = RestRoute.post("/interactions/{interaction_id}/{interaction_token}/callback");

    Vertx vertx;
    ScriptedDiscord discord;
    VertxDiscordRest rest;

    @BeforeAll
    void openVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    void closeVertx() {
        ScriptedDiscord.await(vertx.close());
    }

    @BeforeEach
    void open() {
        discord = new ScriptedDiscord(vertx, 0);
        rest = client(limits(30));
    }

    static RestSettings.Limits bounds(int globalPerSecond) {
        return new RestSettings.Limits(globalPerSecond, Duration.ofMillis(250), 50, 1_000, 100, Duration.ofMillis(10));
    }

    static RateLimits limits(int globalPerSecond) {
        return new InProcessRateLimits(bounds(globalPerSecond), System::nanoTime);
    }

    VertxDiscordRest client(RateLimits limits) {
        return client(discord.address(), limits);
    }

    VertxDiscordRest client(URI address, RateLimits limits) {
        RestSettings settings = new RestSettings(
                address,
                "secret-token",
                "DiscordBot (test, 1)",
                new RestSettings.Pool(
                        32, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(30), Optional.empty()),
                new RestSettings.Retries(3, 4, Duration.ofMillis(10), Duration.ofMillis(50)),
                bounds(30));
        return new VertxDiscordRest(vertx, settings, limits, RestObserver.NONE, InstantSource.system(), new Random(3));
    }

    @AfterEach
    void close() {
        ScriptedDiscord.await(rest.close());
        discord.close();
    }

    static RestRequest message(String channel, String body) {
        return RestRequest.to(MESSAGES.at(channel)).json(Buffer.buffer(body));
    }

    static RestRequest interaction(String id) {
        return RestRequest.to(CALLBACK.at(id, "interaction-token-" + id)).json(Buffer.buffer("{}"));
    }
}
