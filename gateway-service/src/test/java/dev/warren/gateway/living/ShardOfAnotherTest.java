package dev.warren.gateway.living;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shard that another process takes, and gives back. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class ShardOfAnotherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final World world = new World();

    @Inject
    Redis redis;

    @AfterEach
    void close() {
        world.close();
    }

    private static String readiness() throws IOException, InterruptedException {
        var readiness = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/q/health/ready");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private boolean isConnected() {
        return world.members.stats().getJsonArray("sessions").getJsonObject(0).getBoolean("connected");
    }

    @Test
    void shardOfAnother_isWaitedFor_saidInReadiness_andTakenWhenItsLeaseEnds() {
        // Given
        await().atMost(PATIENCE).until(() -> readiness().contains("\"UP\""));
        // When
        redis.call(commands -> commands.set(redis.key("gateway:shard:0"), "elsewhere|1|life".getBytes(UTF_8)))
                .await()
                .atMost(PATIENCE);
        // Then
        await().atMost(PATIENCE)
                .until(() -> readiness()
                        .contains("belongs to elsewhere (process 1) and is taken over when its lease" + " ends"));
        await().atMost(PATIENCE).until(() -> !isConnected());
        // When
        var said = world.members.say("warren", "general", "Ada", "is anybody there?");
        redis.call(commands -> commands.del(redis.key("gateway:shard:0")))
                .await()
                .atMost(PATIENCE);
        // Then: it goes on with its session
        var heard = (MessageCreated) world.await(
                        Topics.MESSAGES,
                        MessageCreated.class,
                        message -> message.id().toString().equals(said.id()))
                .event()
                .payload();
        assertThat(heard.backfilled()).isFalse();
        await().atMost(PATIENCE).until(() -> readiness().contains("\"UP\""));
    }
}
