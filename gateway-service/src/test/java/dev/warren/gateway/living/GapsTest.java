package dev.warren.gateway.living;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.commands.Samples;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said while the socket is away comes by the socket or is read back. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class GapsTest {
    private static final String GUILD = "warren";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MeterRegistry meters;

    @Inject
    Pool database;

    private World world;

    @BeforeEach
    void open() {
        world = new World();
        // something was said before, so that there is something to go back to
        published(List.of(world.members.say(GUILD, "general", "Ada", "before").id()));
        awaitTaken();
    }

    @AfterEach
    void everyRequestWasValid() {
        world.assertThatEveryRequestWasValid();
        world.close();
    }

    private JsonObject session() {
        return await().atMost(PATIENCE)
                .until(() -> world.members.stats().getJsonArray("sessions"), sessions -> sessions.size() == 1)
                .getJsonObject(0);
    }

    /** Waits until the database knows the whole session. */
    private void awaitTaken() {
        await().atMost(PATIENCE).until(() -> {
            var row = database.query("SELECT session_id, sequence FROM shard WHERE shard = 0")
                    .executeAndAwait()
                    .iterator();
            if (!row.hasNext()) {
                return false;
            }
            var kept = row.next();
            var session = session();
            return session.getString("id").equals(kept.getString("session_id"))
                    && session.getLong("sequence").equals(kept.getLong("sequence"));
        });
    }

    private long openGaps() {
        return database.query("SELECT count(*) FROM gap")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> say(String channel, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(world.members.say(GUILD, channel, "Ada", "number " + i).id());
        }
        return ids;
    }

    /** The first copy of each. */
    private List<MessageCreated> published(List<String> ids) {
        return ids.stream()
                .map(id -> (MessageCreated) world.await(
                                Topics.MESSAGES,
                                MessageCreated.class,
                                message -> message.id().toString().equals(id))
                        .event()
                        .payload())
                .toList();
    }

    private double counted(String name, String reason) {
        return meters.find(name).tag("reason", reason).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void socketClosed_resumes_andReadsNothingBack() {
        // Given
        double readBack = counted("warren.backfilled", "session");
        var before = session().getString("id");
        // When
        world.members.fault("close-gateway", Map.of("count", 1));
        var said = say("resumed", 10);
        // Then
        assertThat(published(said)).noneMatch(MessageCreated::backfilled);
        assertThat(session().getString("id")).isEqualTo(before);
        assertThat(counted("warren.backfilled", "session")).isEqualTo(readBack);
    }

    @Test
    void sessionGone_readsBackWhatWasSaid_pageByPage_inEveryChannel() {
        // When
        world.members.fault("invalid-session", Map.of());
        var said = say("gone-1", 230);
        said.addAll(say("gone-2", 5));
        said.add(world.members.say(GUILD, "general", "Barbara", "also here").id());
        // Then
        assertThat(published(said)).allMatch(MessageCreated::backfilled);
        await().atMost(PATIENCE).until(() -> openGaps() == 0);
        var all = new TreeSet<String>();
        for (var record : world.broker.readOn(Topics.MESSAGES)) {
            all.add(new String(record.headers().lastHeader("ce_id").value(), UTF_8));
        }
        assertThat(all).containsAll(said.stream().map(id -> "message:" + id).toList());
        // When
        var later = say("gone-1", 3);
        // Then
        assertThat(published(later)).noneMatch(MessageCreated::backfilled);
    }

    @Test
    void commandReadBackInTime_isRunWithItsAuthorsRoles() {
        // Given
        world.announce("samples", Samples.all());
        world.members.put(
                "/roles",
                new JsonObject()
                        .put("guild", GUILD)
                        .put("role", "Wardens")
                        .put("permissions", new JsonArray().add("MODERATE_MEMBERS")));
        world.members.put(
                "/members",
                new JsonObject().put("guild", GUILD).put("user", "Cara").put("roles", new JsonArray().add("Wardens")));
        // When
        world.members.fault("invalid-session", Map.of());
        var said = world.members.say(GUILD, "general", "Cara", "!mute Ada 10m");
        // Then
        var command = (CommandInvoked) world.await(
                        Topics.INTERACTIONS,
                        CommandInvoked.class,
                        invoked -> invoked.origin().message().toString().contains(said.id()))
                .event()
                .payload();
        assertThat(command.backfilled()).isTrue();
        assertThat(command.origin().member().roles()).isNotEmpty();
    }

    @Test
    void channelWhoseHistoryMayNotBeRead_isCountedAsLost() {
        // Given: what the bot has by default overrules every channel
        world.members.put("/guilds", new JsonObject().put("guild", "vaults"));
        world.members.put(
                "/roles",
                new JsonObject()
                        .put("guild", "vaults")
                        .put("role", "Warren")
                        .put("permissions", new JsonArray().add("VIEW_CHANNEL").add("READ_MESSAGE_HISTORY")));
        world.members.put(
                "/channels",
                new JsonObject()
                        .put("guild", "vaults")
                        .put("channel", "vault")
                        .put(
                                "overwrites",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("user", "Warren")
                                                .put("deny", new JsonArray().add("READ_MESSAGE_HISTORY")))));
        double lost = counted("warren.lost", "no-permission");
        // When
        world.members.fault("invalid-session", Map.of());
        world.members.say("vaults", "vault", "Ada", "nobody will ever know");
        var readable = say("general", 1);
        // Then
        published(readable);
        await().atMost(PATIENCE).until(() -> counted("warren.lost", "no-permission") == lost + 1);
        await().atMost(PATIENCE).until(() -> openGaps() == 0);
    }

    @Test
    void guildThatRemovedTheBot_isForgotten() {
        // Given
        world.members.put("/channels", new JsonObject().put("guild", "other").put("channel", "lobby"));
        var said = world.members.say("other", "lobby", "Ada", "short visit");
        published(List.of(said.id()));
        await().atMost(PATIENCE).until(() -> marksOf(said.guildId().orElseThrow()) == 1);
        // When
        world.members.delete("/guilds", Map.of("guild", "other"));
        // Then
        await().atMost(PATIENCE).until(() -> marksOf(said.guildId().orElseThrow()) == 0);
    }

    private long marksOf(String guild) {
        return database.query("SELECT count(*) FROM channel_mark WHERE guild = " + Long.parseLong(guild))
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
