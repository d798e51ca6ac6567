package dev.warren.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.connection.ConnectionState.Closed;
import dev.warren.gateway.connection.ConnectionState.Disconnected;
import dev.warren.gateway.connection.ConnectionState.Failed;
import dev.warren.gateway.connection.ConnectionState.Failure;
import dev.warren.gateway.connection.ConnectionState.IntentsRefused;
import dev.warren.gateway.connection.ConnectionState.Ready;
import dev.warren.gateway.connection.ConnectionState.Resumed;
import dev.warren.gateway.connection.DiscordConnection.Ending;
import dev.warren.simulator.SimulatorOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Warren expects of a connection, whatever library holds the socket. Each test has a local Discord of its own. */
abstract class DiscordConnectionContract extends LocalDiscordFixture {
    @Test
    void login_tellsTheSessionAndHandsOverGuildsAndMessages() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        // When
        connection(discord.gateway(), heard).connect(Optional.empty());
        Ready ready = heard.awaitState(Ready.class);
        discord.say("hello");
        heard.awaitType("MESSAGE_CREATE", 1);
        // Then
        assertThat(ready.session().guilds()).hasSize(1);
        assertThat(ready.session().bot().name()).isEqualTo("Warren");
        assertThat(heard.ofType("GUILD_CREATE").getFirst().data().path("name").asText())
                .isEqualTo("warren");
        GatewayDispatch message = heard.ofType("MESSAGE_CREATE").getFirst();
        assertThat(message.data().path("content").asText()).isEqualTo("hello");
        assertThat(message.sessionId()).isEqualTo(ready.session().id());
        assertEverySequenceCameOnce(heard);
    }

    @Test
    void compressedFrames_areReadLikePlainOnes() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        // When
        remember(connection(settings(SimulatorOptions.LOCAL_TOKEN, true), discord.gateway(), heard))
                .connect(Optional.empty());
        heard.awaitState(Ready.class);
        discord.say("hello");
        // Then
        heard.awaitType("MESSAGE_CREATE", 1);
        assertEverySequenceCameOnce(heard);
    }

    @Test
    void socketsClosedUnderLoad_areResumedAndNoEventIsLostOrDoubled() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        connection(discord.gateway(), heard).connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        discord.sayAll(900);
        for (int times = 1; times <= 3; times++) {
            heard.awaitType("MESSAGE_CREATE", times * 150);
            discord.fault("close-gateway");
            heard.awaitState(Resumed.class, times);
        }
        // Then
        heard.awaitType("MESSAGE_CREATE", 900);
        assertThat(heard.ofType("MESSAGE_CREATE"))
                .extracting(one -> one.data().path("content").asText())
                .isEqualTo(IntStream.range(0, 900).mapToObj(i -> "n" + i).toList());
        assertEverySequenceCameOnce(heard);
        assertThat(discord.stats().encode()).contains("\"identifies\":1");
    }

    @Test
    void reconnectDemandedByDiscord_isFollowedByAResume() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        connection(discord.gateway(), heard).connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        discord.fault("reconnect");
        // Then
        heard.awaitState(Resumed.class);
        discord.say("after");
        heard.awaitType("MESSAGE_CREATE", 1);
        assertEverySequenceCameOnce(heard);
    }

    @Test
    void sessionEndedByDiscord_isReplacedByANewOne() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        connection(discord.gateway(), heard).connect(Optional.empty());
        Ready first = heard.awaitState(Ready.class);
        // When
        discord.fault("invalid-session");
        // Then
        Ready second = heard.awaitState(Ready.class, 2);
        assertThat(second.session().id()).isNotEqualTo(first.session().id());
        assertThat(heard.awaitState(Disconnected.class).resumable()).isFalse();
    }

    @Test
    void heartbeatThatIsNotAcknowledged_leadsToAResume() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        DiscordConnection connection = connection(discord.gateway(), heard);
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        await().until(() -> connection.latency().isPresent());
        // When
        discord.fault("lost-heartbeat-ack");
        // Then
        heard.awaitState(Resumed.class);
        discord.say("alive");
        heard.awaitType("MESSAGE_CREATE", 1);
        assertEverySequenceCameOnce(heard);
    }

    @Test
    void wrongToken_failsForGood() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        // When
        remember(connection(settings("wrong", false), discord.gateway(), heard)).connect(Optional.empty());
        // Then
        assertThat(heard.awaitState(Failed.class).failure()).isEqualTo(Failure.WRONG_TOKEN);
    }

    @Test
    void privilegedIntentThatIsSwitchedOff_isToldAndGoneWithout() {
        // Given
        LocalDiscord discord = start(options().withIntents(Set.of()));
        Heard heard = new Heard();
        // When
        connection(discord.gateway(), heard).connect(Optional.empty());
        // Then
        Ready ready = heard.awaitState(Ready.class);
        assertThat(heard.awaitState(IntentsRefused.class).withdrawn()).containsExactly(Intent.MESSAGE_CONTENT);
        assertThat(ready.intents()).doesNotContain(Intent.MESSAGE_CONTENT);
        discord.say("unread");
        heard.awaitType("MESSAGE_CREATE", 1);
        assertThat(heard.ofType("MESSAGE_CREATE")
                        .getFirst()
                        .data()
                        .path("content")
                        .asText())
                .isEmpty();
    }

    @Test
    void privilegedIntentThatIsSwitchedOn_isKeptWhenAnotherIsNot() {
        // Given
        LocalDiscord discord = start(options().withIntents(Set.of(dev.warren.simulator.world.Intent.MESSAGE_CONTENT)));
        Heard heard = new Heard();
        Set<Intent> wanted = EnumSet.copyOf(INTENTS);
        wanted.add(Intent.GUILD_MEMBERS);
        // When
        remember(connection(settings(SimulatorOptions.LOCAL_TOKEN, wanted, false), discord.gateway(), heard))
                .connect(Optional.empty());
        // Then
        assertThat(heard.awaitState(Ready.class, 2).intents()).isEqualTo(INTENTS);
    }

    @Test
    void discordAbsentAtStart_isFoundWhenItComes() {
        // Given
        LocalDiscord first = start(options());
        int port = first.port();
        URI gateway = first.gateway();
        first.close();
        Heard heard = new Heard();
        connection(gateway, heard).connect(Optional.empty());
        heard.awaitState(Disconnected.class, 2);
        // When
        start(options().withPort(port));
        // Then
        heard.awaitState(Ready.class);
    }

    @Test
    void stopThatKeepsTheSession_isResumedLaterWithEverythingInBetween() {
        // Given
        LocalDiscord discord = start(options());
        Heard before = new Heard();
        DiscordConnection connection = connection(discord.gateway(), before);
        connection.connect(Optional.empty());
        before.awaitState(Ready.class);
        discord.say("one");
        before.awaitType("MESSAGE_CREATE", 1);
        // When
        StoredSession kept = connection
                .close(Ending.KEEP_SESSION)
                .toCompletableFuture()
                .join()
                .orElseThrow();
        discord.say("two");
        discord.say("three");
        Heard after = new Heard();
        connection(discord.gateway(), after).connect(Optional.of(kept));
        // Then
        assertThat(before.awaitState(Closed.class)).isEqualTo(new Closed());
        after.awaitState(Resumed.class);
        assertThat(after.ofType("MESSAGE_CREATE"))
                .extracting(one -> one.data().path("content").asText())
                .containsExactly("two", "three");
        assertThat(discord.stats().encode()).contains("\"identifies\":1");
    }

    @Test
    void storedSessionThatDiscordNoLongerKnows_isReplacedByANewOne() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        GatewaySession gone = new GatewaySession(
                "gone", discord.gateway(), new Snowflake(1), 0, new BotUser(new Snowflake(1), "Warren"), Set.of());
        // When
        connection(discord.gateway(), heard).connect(Optional.of(new StoredSession(gone, 5)));
        // Then
        assertThat(heard.awaitState(Ready.class).session().id()).isNotEqualTo("gone");
        assertThat(heard.all(Resumed.class)).isEmpty();
    }

    @Test
    void frameThatIsSent_doesNotDisturbTheConnection() {
        // Given
        LocalDiscord discord = start(options());
        Heard heard = new Heard();
        DiscordConnection connection = connection(discord.gateway(), heard);
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        JsonObject presence = new JsonObject()
                .put("op", 3)
                .put(
                        "d",
                        new JsonObject()
                                .putNull("since")
                                .put("activities", new JsonArray())
                                .put("status", "idle")
                                .put("afk", false));
        // When
        boolean taken = connection.sendFrame(presence.encode());
        // Then
        assertThat(taken).isTrue();
        discord.say("still here");
        heard.awaitType("MESSAGE_CREATE", 1);
        assertThat(heard.all(Disconnected.class)).isEmpty();
    }
}
