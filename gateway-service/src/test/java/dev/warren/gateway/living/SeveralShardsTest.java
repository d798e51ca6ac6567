package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process with all shards of two. */
@QuarkusTest
@TestProfile(SeveralShardsTest.Two.class)
class SeveralShardsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world = new World();

    @Inject
    Pool database;

    /** Starts a gateway of its own. */
    public static final class Two implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "warren.gateway.shard.count", "2",
                    "warren.gateway.shard.ids", "0-1",
                    "warren.redis.prefix", "two:");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WarrenServers.class), new TestResourceEntry(LocalDiscordServer.class));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<JsonObject> sessions() {
        return world.members.stats().getJsonArray("sessions").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void everyGuild_comesByItsShard_andEachShardHasAPlaceOfItsOwn() {
        // Given
        await().atMost(PATIENCE)
                .until(() -> sessions().stream()
                        .filter(session -> session.getBoolean("connected") && session.getInteger("shards") == 2)
                        .map(session -> session.getInteger("shard"))
                        .toList()
                        .containsAll(List.of(0, 1)));
        // When
        var written = new ArrayList<String>();
        var shards = new HashSet<Long>();
        for (int i = 0; shards.size() < 2 && i < 200; i++) {
            var said = world.members.say("guild-" + i, "general", "Ada", "hello");
            shards.add((Long.parseLong(said.guildId().orElseThrow()) >> 22) % 2);
            written.add(said.id());
        }
        // Then
        assertThat(shards).hasSize(2);
        var sources = new HashSet<String>();
        for (var id : written) {
            sources.add(world.await(
                            Topics.MESSAGES,
                            MessageCreated.class,
                            message -> message.id().toString().equals(id))
                    .event()
                    .source());
        }
        assertThat(sources).isEqualTo(Set.of("/gateway/0", "/gateway/1"));
        await().atMost(PATIENCE).until(() -> {
            var kept = new HashSet<String>();
            database.query("SELECT session_id FROM shard WHERE shards = 2")
                    .executeAndAwait()
                    .forEach(row -> kept.add(row.getString(0)));
            return kept.equals(new HashSet<>(
                    sessions().stream().map(session -> session.getString("id")).toList()));
        });
    }
}
