package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.commands.Samples;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AuditEvent.Operated;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OperationEvent;
import dev.warren.schemas.bot.OperationEvent.GuildBlocked;
import dev.warren.schemas.bot.OperationEvent.GuildUnblocked;
import dev.warren.schemas.bot.OperationEvent.PostingPaused;
import dev.warren.schemas.bot.OperationEvent.PostingResumed;
import dev.warren.schemas.bot.OperationEvent.Presence;
import dev.warren.schemas.bot.OperationEvent.PresenceChosen;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient.Written;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who run the bot decide, from a terminal and by {@code /owner}. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class OperatingTest {
    private World world;

    @BeforeEach
    void open() {
        world = new World();
        world.announce("samples", Samples.all());
    }

    @AfterEach
    void everyRequestWasValid() {
        world.assertThatEveryRequestWasValid();
        world.close();
    }

    private void decide(String key, OperationEvent operation) {
        world.broker.send(
                Topics.OPERATIONS,
                Event.first(EventId.of("operation:" + UUID.randomUUID()), "/cli", Instant.now(), key, operation));
    }

    private static GuildId guild(Written written) {
        return GuildId.of(written.guildId().orElseThrow());
    }

    private EventId reply(Written place, String text, Duration lives) {
        var id = EventId.of("test:" + UUID.randomUUID());
        ReplyEvent post = new PostMessage(
                ChannelId.of(place.channelId()),
                MessageBody.text(text),
                Optional.empty(),
                Optional.empty(),
                Instant.now().plus(lives));
        world.broker.send(Topics.REPLIES, Event.first(id, "/test", Instant.now(), place.channelId(), post));
        return id;
    }

    private String owner(String subcommand, Map<String, ?> options) {
        return world.awaitAnswer(world.members.command(
                        "headquarters", "office", "owner", "owner", Optional.of(subcommand), options))
                .encode();
    }

    @Test
    void pauseOfAGuild_holdsRepliesUntilItIsResumed_expiresOthers_andCommandsSayIt() {
        // Given
        var place = world.members.say("quiet", "talk", "Ada", "hello");
        var elsewhere = world.members.say("loud", "talk", "Ada", "hello");
        var guild = Optional.of(guild(place));
        decide(
                OperationEvent.postingKey(guild),
                new PostingPaused(guild, "cli:test", Optional.of("a test"), Instant.now()));
        await().until(() -> world.awaitAnswer(world.members.command("quiet", "talk", "Ada", "ping", Map.of()))
                .encode()
                .contains("I am paused in this server"));
        // When
        var late = reply(place, "too late", Duration.ofSeconds(1));
        reply(place, "held back", Duration.ofMinutes(1));
        reply(elsewhere, "elsewhere", Duration.ofMinutes(1));
        world.members.say("quiet", "talk", "Ada", "!ping");
        // Then
        world.awaitReply("loud", "talk", "elsewhere");
        world.await(
                Topics.RECEIPTS,
                ReplyRefused.class,
                receipt -> receipt.reply().equals(late) && receipt.reason().equals("expired"));
        assertThat(world.members.messages("quiet", "talk").toString()).doesNotContain("held back", "too late", "Pong");
        // When
        decide(OperationEvent.postingKey(guild), new PostingResumed(guild, "cli:test", Instant.now()));
        // Then
        world.awaitReply("quiet", "talk", "held back");
        assertThat(world.members.messages("quiet", "talk").toString()).doesNotContain("too late");
    }

    @Test
    void blockedGuild_isLeft_andMayComeBackWhenItIsUnblocked() {
        // Given
        var guild = guild(world.members.say("unwanted", "talk", "Ada", "hello"));
        // When
        decide(
                OperationEvent.blockKey(guild),
                new GuildBlocked(guild, "cli:test", Optional.of("a test"), Instant.now()));
        // Then
        world.await(Topics.GUILDS, GuildLeft.class, left -> left.guild().equals(guild));
        decide(OperationEvent.blockKey(guild), new GuildUnblocked(guild, "cli:test", Instant.now()));
    }

    @Test
    void owner_decides_andItIsARecordForAllInstances_andAudited() {
        var guild = guild(world.members.say("paused-by-owner", "talk", "Ada", "hello"));

        assertThat(owner("pause", Map.of("server", guild.toString(), "reason", "a test")))
                .contains("I post nothing in");
        world.await(
                Topics.OPERATIONS,
                PostingPaused.class,
                pause -> pause.guild().equals(Optional.of(guild)) && pause.by().startsWith("user:"));
        world.await(
                Topics.AUDIT,
                Operated.class,
                audit -> audit.guild().equals(Optional.of(guild))
                        && audit.action().equals("posting-paused")
                        && audit.reason().equals(Optional.of("a test")));
        assertThat(owner("guilds", Map.of())).contains("Servers: ", guild.toString(), "paused");
        assertThat(owner("resume", Map.of("server", guild.toString()))).contains("again");
        assertThat(owner("presence", Map.of("status", "idle", "text", "being tested")))
                .contains("I am shown so");
        world.await(
                Topics.OPERATIONS,
                PresenceChosen.class,
                chosen ->
                        chosen.presence() == Presence.IDLE && chosen.activity().equals(Optional.of("being tested")));
        assertThat(owner("staging", Map.of())).contains("I serve every server");
    }

    @Test
    void owner_leavesAGuild_andSaysWhatIsNoGuild() {
        var guild = guild(world.members.say("left-behind", "talk", "Ada", "hello"));

        assertThat(owner("leave", Map.of("server", guild.toString()))).contains("I have left **left-behind**");
        world.await(Topics.GUILDS, GuildLeft.class, left -> left.guild().equals(guild));
        assertThat(owner("leave", Map.of("server", guild.toString()))).contains("I am in no server with the id");
        assertThat(owner("block", Map.of("server", "left behind"))).contains("must be the id of a server");
    }

    @Test
    void anybodyElse_isRefused() {
        world.members.sayDirectly("Ada", "!owner guilds");

        await().untilAsserted(
                        () -> assertThat(world.members.directMessages("Ada").toString())
                                .contains("Only those who run me can use `/owner`."));
        var refused = catchThrowableOfType(
                ControlRefused.class,
                () -> world.members.command("headquarters", "office", "Ada", "owner", Optional.of("guilds"), Map.of()));
        assertThat(refused.status()).as("Discord hides it from members").isEqualTo(403);
    }

    @Test
    void setup_namesWhatIsMissing_andChecksAgain() {
        // Given
        var answer = world.awaitAnswer(world.members.command("fresh", "office", "owner", "setup", Map.of()));
        assertThat(answer.encode()).contains("Check again");
        var shown = await().until(
                        () -> world.members.messages("fresh", "office").stream()
                                .filter(message -> message.encode().contains("setup-again"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        var button = shown.getJsonArray("components")
                .getJsonObject(0)
                .getJsonArray("components")
                .getJsonObject(0)
                .getString("custom_id");
        // When
        var again = world.members.component(shown.getString("id"), button, "owner", List.of());
        // Then
        assertThat(world.awaitAnswer(again).encode()).contains("Check again");
    }
}
