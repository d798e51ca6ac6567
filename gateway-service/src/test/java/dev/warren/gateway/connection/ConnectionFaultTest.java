package dev.warren.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.connection.ConnectionState.Connecting;
import dev.warren.gateway.connection.ConnectionState.Disconnected;
import dev.warren.gateway.connection.ConnectionState.Failed;
import dev.warren.gateway.connection.ConnectionState.Failure;
import dev.warren.gateway.connection.ConnectionState.IntentsRefused;
import dev.warren.gateway.connection.ConnectionState.LoginTimedOut;
import dev.warren.gateway.connection.ConnectionState.Ready;
import dev.warren.gateway.connection.ConnectionState.Resumed;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a connection does when Discord, the network or the settings are at fault. */
class ConnectionFaultTest extends ScriptedFixture {
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
    void manyReconnects_leaveNoThreadsBehind() {
        // Given
        connection.connect(Optional.empty());
        heard.awaitState(Ready.class);
        long before = javacordThreads();
        // When
        for (int times = 1; times <= 10; times++) {
            gateway.closeAll(4000);
            heard.awaitState(Resumed.class, times);
        }
        // Then
        await().until(() -> javacordThreads() <= before + 1);
    }

    private static long javacordThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("Javacord")
                        || thread.getName().equals("ReadingThread")
                        || thread.getName().equals("WritingThread"))
                .count();
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
    void disallowedIntents_ofWhichSomeAreSwitchedOn_areAskedForAgainOnce() {
        // Given
        gateway.flags = 1 << 19;
        gateway.onIdentify = (scripted, socket) -> {
            if (scripted.identifies.size() == 1) {
                socket.close((short) 4014, "Disallowed intent(s).");
            } else {
                scripted.sayReady(socket);
            }
        };
        // When
        connection.connect(Optional.empty());
        // Then
        assertThat(heard.awaitState(Ready.class, 1).intents()).doesNotContain(Intent.MESSAGE_CONTENT);
        assertThat(heard.awaitState(Ready.class, 2).intents()).isEqualTo(INTENTS);
        assertThat(gateway.closeCodes).contains((short) 1000);
        assertThat(gateway.identifies).hasSize(3);
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
}
