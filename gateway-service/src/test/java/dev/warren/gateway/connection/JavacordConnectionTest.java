package dev.warren.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.connection.ConnectionState.Closed;
import dev.warren.gateway.connection.ConnectionState.Connecting;
import dev.warren.gateway.connection.ConnectionState.Ready;
import dev.warren.gateway.connection.ConnectionState.Resumed;
import dev.warren.gateway.connection.DiscordConnection.Ending;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a connection does while all is well. */
class JavacordConnectionTest extends ScriptedFixture {
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
                        0,
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
        // the first comes at a random moment, perhaps only after the message
        assertThat(gateway.heartbeats.stream()
                        .map(beat -> Optional.ofNullable(beat.getInteger("d")).orElse(0)))
                .isSorted();
        assertThat(connection.latency().orElseThrow()).isPositive().isLessThan(Duration.ofSeconds(5));
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
    void sendFrame_moreThanMayWait_isRefused() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        // When
        long taken = IntStream.range(0, 1_000)
                .filter(i -> connection.sendFrame("{\"op\":3,\"d\":{\"i\":" + i + "}}"))
                .count();
        // Then
        assertThat(taken).isBetween(1L, 122L);
    }

    @Test
    void connect_calledTwice_isABug() {
        connection.connect(Optional.empty());
        assertThatThrownBy(() -> connection.connect(Optional.empty())).isInstanceOf(IllegalStateException.class);
    }
}
