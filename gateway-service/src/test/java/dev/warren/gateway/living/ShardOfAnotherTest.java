package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.simulator.client.SimulatorClient;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A process whose shard belongs to another one. */
@QuarkusTest
@TestProfile(ShardOfAnotherTest.Later.class)
class ShardOfAnotherTest {
    private static final String PREFIX = "another:";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Starts a gateway of its own. */
    public static final class Later implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(WarrenServers.class),
                    new TestResourceEntry(LocalDiscordServer.class),
                    new TestResourceEntry(Taken.class));
        }
    }

    /** The shard belongs to another process before the gateway starts. */
    public static final class Taken implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            call("elsewhere|1|life");
            return Map.of("warren.redis.prefix", PREFIX, "warren.gateway.shard.lease", "1s");
        }

        @Override
        public void stop() {
            // nothing is left: the gateway gives its shard back
        }
    }

    /** Sets the owner, or takes it away when it is empty. */
    private static void call(String owner) {
        try (var redis = new Redis(TestServers.shared().redisUrl(), PREFIX, Duration.ofSeconds(5))) {
            var key = redis.key("gateway:shard:0");
            redis.call(commands -> owner.isEmpty()
                            ? commands.del(key).thenApply(String::valueOf)
                            : commands.set(key, owner.getBytes(StandardCharsets.UTF_8)))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String readiness() throws IOException, InterruptedException {
        var readiness = URI.create(setting("test.url") + "/q/health/ready");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void shardOfAnother_isWaitedFor_saidInReadiness_andTakenWhenItsLeaseEnds() throws Exception {
        try (var discord = new SimulatorClient(
                URI.create(ConfigProvider.getConfig().getValue("warren.test.discord", String.class)))) {
            // Given
            await().atMost(PATIENCE).until(() -> readiness().contains("belongs to elsewhere"));
            assertThat(readiness()).contains("is taken over when its lease ends");
            assertThat(discord.stats().getJsonArray("sessions")).isEmpty();
            // When
            call("");
            // Then
            await().atMost(PATIENCE)
                    .until(() -> discord.stats().getJsonArray("sessions").size() == 1);
            await().atMost(PATIENCE).until(() -> readiness().contains("\"UP\""));
            // When
            call("elsewhere|1|life");
            // Then
            await().atMost(PATIENCE)
                    .until(() -> readiness().contains("was taken by elsewhere")
                            || readiness().contains("belongs to elsewhere"));
            await().atMost(PATIENCE)
                    .until(() -> !discord.stats()
                            .getJsonArray("sessions")
                            .getJsonObject(0)
                            .getBoolean("connected"));
        }
    }
}
