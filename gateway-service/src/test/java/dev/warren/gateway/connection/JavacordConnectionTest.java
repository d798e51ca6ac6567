package dev.warren.gateway.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.connection.ConnectionState.Closed;
import dev.warren.gateway.connection.ConnectionState.Connecting;
import dev.warren.gateway.connection.ConnectionState.Disconnected;
import dev.warren.gateway.connection.ConnectionState.Failed;
import dev.warren.gateway.connection.ConnectionState.Failure;
import dev.warren.gateway.connection.ConnectionState.IntentsRefused;
import dev.warren.gateway.connection.ConnectionState.LoginTimedOut;
import dev.warren.gateway.connection.ConnectionState.Ready;
import dev.warren.gateway.connection.ConnectionState.Resumed;
import dev.warren.gateway.connection.DiscordConnection.Ending;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the contract suite cannot provoke on the local Discord. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavacordConnectionTest {
    private static final Set<Intent> INTENTS =
            Set.of(Intent.GUILDS, Intent.GUILD_MESSAGES, Intent.MESSAGE_CONTENT, Intent.GUILD_MESSAGE_POLLS);
    private static final JsonObject HELLO_WORLD = new JsonObject().put("content", "hello");

    private Vertx vertx;
    private ScriptedGateway gateway;
    private Heard heard;
    private JavacordConnection connection;

    @BeforeAll
    void openVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    void closeVertx() {
        ScriptedGateway.await(vertx.close());
    }

    @BeforeEach
    void open() {
        gateway = new ScriptedGateway(vertx, 0);
        heard = new Heard();
        connection = connection(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        connection
                .close(Ending.END_SESSION)
                .toCompletableFuture()
                .orTimeout(10, SECONDS)
                .join();
        gateway.close();
    }

    private JavacordConnection connection(Duration login, Duration heartbeatAck) {
        ConnectionSettings settings = new ConnectionSettings(
                "secret-token",
                new ConnectionSettings.Shard(1, 4),
                INTENTS,
                new ConnectionSettings.Timeouts(
                        login, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(2), heartbeatAck),
                2,
                ConnectionSettings.Network.DIRECT);
        return new JavacordConnection(
                settings,
                GatewayAddress.of(gateway.address()),
                new SpacedIdentifies(Duration.ofMillis(1), InstantSource.system()),
                heard.dispatches::add,
                heard.states::add,
                InstantSource.system(),
                new Random(7));
    }

    private void replaceConnection(Duration login, Duration heartbeatAck) {
        connection.close(Ending.END_SESSION).toCompletableFuture().join();
        heard = new Heard();
        connection = connection(login, heartbeatAck);
    }

    private List<Long> sequences(String type) {
        return heard.ofType(type).stream().map(GatewayDispatch::sequence).toList();
    }

    @Test
    void connect_gatewayAnswers_identifiesWithShardAndAllIntentsAndTellsTheSession() {
        // When
        connection.connect(Optional.empty());
        Ready ready = heard.awaitState(Ready.class);
        // Then
        JsonObject identify = gateway.identifies.getFirst();
        assertThat(identify.getString("token")).isEqualTo("secret-token");
        assertThat(identify.getInteger("intents")).isEqualTo(1 | 1 << 9 | 1 << 15 | 1 << 24);
        assertThat(identify.getJsonArray("shard"))
                .isEqualTo(new JsonArray().add(1).add(4));
        assertThat(ready.intents()).isEqualTo(INTENTS);
        assertThat(ready.session())
                .isEqualTo(new GatewaySession(
                        ScriptedGateway.SESSION,
                        gateway.address(),
                        new Snowflake(8),
                        1 << 19,
                        new BotUser(new Snowflake(7), "warren"),
                        Set.of(new Snowflake(9))));
        assertThat(heard.dispatches.getFirst().type()).isEqualTo("READY");
        assertThat(heard.states).hasExactlyElementsOfTypes(Connecting.class, Ready.class);
    }

    @Test
    void events_ofKnownAndUnknownTypes_areHandedOverInOrderWithSessionAndSequence() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        gateway.happen("MESSAGE_CREATE", HELLO_WORLD);
        gateway.happen("NEVER_HEARD_OF", new JsonObject().put("a", 1));
        gateway.happen("MESSAGE_CREATE", HELLO_WORLD);
        heard.awaitType("MESSAGE_CREATE", 2);
        // Then
        assertThat(heard.dispatches)
                .extracting(GatewayDispatch::type, GatewayDispatch::sequence, GatewayDispatch::sessionId)
                .containsExactly(
                        tuple("READY", 1L, ScriptedGateway.SESSION),
                        tuple("MESSAGE_CREATE", 2L, ScriptedGateway.SESSION),
                        tuple("NEVER_HEARD_OF", 3L, ScriptedGateway.SESSION),
                        tuple("MESSAGE_CREATE", 4L, ScriptedGateway.SESSION));
        assertThat(ScriptedGateway.text(heard.dispatches.get(1).data(), "content"))
                .isEqualTo("hello");
    }

    @Test
    void deflatedFrames_areReadLikePlainOnes() {
        // Given
        gateway.deflating = true;
        // When
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        gateway.happen("MESSAGE_CREATE", HELLO_WORLD);
        heard.awaitType("MESSAGE_CREATE", 1);
        // Then
        assertThat(ScriptedGateway.text(
                        heard.ofType("MESSAGE_CREATE").getFirst().data(), "content"))
                .isEqualTo("hello");
    }

    @Test
    void eventsRightBehindReady_areNotLost() {
        // Given
        gateway.onIdentify = (scripted, socket) -> {
            scripted.sayReady(socket);
            IntStream.range(0, 500).forEach(_ -> scripted.happen("MESSAGE_CREATE", HELLO_WORLD));
        };
        // When
        connection.connect(Optional.empty());
        heard.awaitType("MESSAGE_CREATE", 500);
        // Then
        assertThat(sequences("MESSAGE_CREATE"))
                .isEqualTo(IntStream.rangeClosed(2, 501).mapToObj(Long::valueOf).toList());
    }

    @Test
    void socketClosedByDiscord_isResumedAtOnceAndNothingIsLost() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        gateway.happen("MESSAGE_CREATE", HELLO_WORLD);
        heard.awaitType("MESSAGE_CREATE", 1);
        // When
        gateway.onResume = (scripted, socket) -> {
            scripted.miss("MESSAGE_CREATE", HELLO_WORLD);
            scripted.sayResumed(socket);
        };
        gateway.closeAll(4000);
        heard.awaitState(Resumed.class);
        heard.awaitType("MESSAGE_CREATE", 2);
        // Then
        assertThat(gateway.resumes.getFirst().getString("session_id")).isEqualTo(ScriptedGateway.SESSION);
        assertThat(sequences("MESSAGE_CREATE")).containsExactly(2L, 3L);
        assertThat(heard.awaitState(Disconnected.class))
                .isEqualTo(new Disconnected(4000, "scripted", true, Duration.ZERO));
        assertThat(gateway.identifies).hasSize(1);
    }

    @Test
    void reconnectDemanded_isFollowedByAResume() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        gateway.sendAll(new JsonObject().put("op", 7));
        // Then
        heard.awaitState(Resumed.class);
        assertThat(gateway.closeCodes).containsExactly((short) 4000);
        assertThat(gateway.identifies).hasSize(1);
    }

    @Test
    void invalidSession_notResumable_beginsANewOneAfterTheWaitThatDiscordAsks() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        gateway.sendAll(new JsonObject().put("op", 9).put("d", false));
        // Then
        heard.awaitState(Ready.class, 2);
        assertThat(gateway.resumes).isEmpty();
        Disconnected lost = heard.awaitState(Disconnected.class);
        assertThat(lost.resumable()).isFalse();
        assertThat(lost.retryIn()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @Test
    void heartbeatNotAcknowledged_closesTheZombieAndResumes() {
        // Given
        gateway.acknowledging = false;
        replaceConnection(Duration.ofSeconds(10), Duration.ofMillis(100));
        gateway.onResume = (scripted, socket) -> {
            scripted.acknowledging = true;
            scripted.sayResumed(socket);
        };
        // When
        connection.connect(Optional.empty());
        // Then
        heard.awaitState(Resumed.class);
        assertThat(heard.awaitState(Disconnected.class).reason()).isEqualTo("zombie");
        assertThat(gateway.closeCodes).contains((short) 4999);
    }

    @Test
    void heartbeats_tellTheLastSequenceAndMeasureTheLatency() {
        // Given
        gateway.heartbeatMillis = 700;
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        gateway.happen("MESSAGE_CREATE", HELLO_WORLD);
        // Then
        await().until(() ->
                gateway.heartbeats.stream().anyMatch(beat -> Integer.valueOf(2).equals(beat.getInteger("d"))));
        assertThat(gateway.heartbeats.getFirst().getValue("d")).isIn(null, 1);
        assertThat(connection.latency().orElseThrow()).isPositive().isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void wrongToken_failsForGood() {
        // Given
        gateway.onIdentify = (_, socket) -> socket.close((short) 4004, "Authentication failed.");
        // When
        connection.connect(Optional.empty());
        // Then
        assertThat(heard.awaitState(Failed.class)).isEqualTo(new Failed(Failure.WRONG_TOKEN, 4004));
        assertThat(gateway.identifies).hasSize(1);
        assertThat(heard.states.toString()).doesNotContain("secret-token");
    }

    @Test
    void disallowedIntents_areWithdrawnAndToldAndTheRestIsUsed() {
        // Given
        gateway.onIdentify = (scripted, socket) -> {
            if ((scripted.identifies.getLast().getInteger("intents") & 1 << 15) != 0) {
                socket.close((short) 4014, "Disallowed intent(s).");
            } else {
                scripted.sayReady(socket);
            }
        };
        // When
        connection.connect(Optional.empty());
        // Then
        Ready ready = heard.awaitState(Ready.class);
        assertThat(heard.awaitState(IntentsRefused.class))
                .isEqualTo(new IntentsRefused(4014, Set.of(Intent.MESSAGE_CONTENT)));
        assertThat(ready.intents()).doesNotContain(Intent.MESSAGE_CONTENT).contains(Intent.GUILD_MESSAGE_POLLS);
    }

    @Test
    void disallowedIntents_withoutPrivilegedOnes_failForGood() {
        // Given
        gateway.onIdentify = (_, socket) -> socket.close((short) 4014, "Disallowed intent(s).");
        // When
        connection.connect(Optional.empty());
        // Then
        assertThat(heard.awaitState(Failed.class)).isEqualTo(new Failed(Failure.INVALID_INTENTS, 4014));
        assertThat(gateway.identifies).hasSize(2);
    }

    @Test
    void loginThatNeverCompletes_isToldAndTriedAgain() {
        // Given
        gateway.greeting = false;
        replaceConnection(Duration.ofMillis(300), Duration.ofSeconds(10));
        // When
        connection.connect(Optional.empty());
        LoginTimedOut late = heard.awaitState(LoginTimedOut.class, 2);
        gateway.greeting = true;
        // Then
        heard.awaitState(Ready.class);
        assertThat(late.waited()).isEqualTo(Duration.ofMillis(300));
        assertThat(late.retryIn()).isPositive();
    }

    @Test
    void serverAbsentAtStart_isFoundWhenItComes() {
        // Given
        int port = gateway.address().getPort();
        gateway.close();
        connection.connect(Optional.empty());
        heard.awaitState(Disconnected.class, 2);
        // When
        gateway = new ScriptedGateway(vertx, port);
        // Then
        heard.awaitState(Ready.class);
        assertThat(heard.all(Connecting.class).getLast().attempt()).isGreaterThan(2);
    }

    @Test
    void close_keepingTheSession_letsANewConnectionResumeIt() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        gateway.happen("MESSAGE_CREATE", HELLO_WORLD);
        heard.awaitType("MESSAGE_CREATE", 1);
        // When
        StoredSession kept = connection
                .close(Ending.KEEP_SESSION)
                .toCompletableFuture()
                .join()
                .orElseThrow();
        gateway.miss("MESSAGE_CREATE", HELLO_WORLD);
        Heard later = new Heard();
        heard.awaitState(Closed.class);
        heard = later;
        connection = connection(Duration.ofSeconds(10), Duration.ofSeconds(10));
        connection.connect(Optional.of(kept));
        // Then
        assertThat(later.awaitState(Resumed.class).session()).isEqualTo(kept.session());
        assertThat(kept.sequence()).isEqualTo(2);
        assertThat(gateway.closeCodes).containsExactly((short) 4000);
        later.awaitType("MESSAGE_CREATE", 1);
        assertThat(later.ofType("MESSAGE_CREATE"))
                .extracting(GatewayDispatch::sequence)
                .containsExactly(3L);
        assertThat(gateway.identifies).hasSize(1);
    }

    @Test
    void close_endingTheSession_saysSoAndGivesNothingToResume() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        Optional<StoredSession> kept =
                connection.close(Ending.END_SESSION).toCompletableFuture().join();
        // Then
        assertThat(kept).isEmpty();
        await().until(() -> gateway.closeCodes.equals(List.of((short) 1000)));
    }

    @Test
    void sendFrame_beforeReady_isRefusedAndAfterItArrives() {
        // Given
        String frame = "{\"op\":3,\"d\":{\"status\":\"idle\"}}";
        assertThat(connection.sendFrame(frame)).isFalse();
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        boolean taken = connection.sendFrame(frame);
        // Then
        assertThat(taken).isTrue();
        await().until(() -> !gateway.others.isEmpty());
        assertThat(gateway.others.getFirst()).isEqualTo(new JsonObject(frame));
    }

    @Test
    void connect_calledTwice_isABug() {
        connection.connect(Optional.empty());
        assertThatThrownBy(() -> connection.connect(Optional.empty())).isInstanceOf(IllegalStateException.class);
    }
}
