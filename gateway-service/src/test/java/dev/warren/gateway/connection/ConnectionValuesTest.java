package dev.warren.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.gateway.connection.ConnectionSettings.Network;
import dev.warren.gateway.connection.ConnectionSettings.Shard;
import dev.warren.gateway.connection.ConnectionSettings.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionValuesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void settings_token_isNeverShown() {
        assertThat(ConnectionSettings.of("secret-token", Set.of(Intent.GUILDS)).toString())
                .doesNotContain("secret-token")
                .contains("GUILDS");
    }

    @Test
    void settings_wrongValues_areRefusedByName() {
        assertThatThrownBy(() -> ConnectionSettings.of(" ", Set.of(Intent.GUILDS)))
                .hasMessageContaining("token");
        assertThatThrownBy(() -> ConnectionSettings.of("t", Set.of())).hasMessageContaining("intents");
        assertThatThrownBy(() -> new ConnectionSettings(
                        "t", new Shard(0, 1), Set.of(Intent.GUILDS), Timeouts.DEFAULT, 0, Network.DEFAULT))
                .hasMessageContaining("maxWaitingFrames must be at least 1: 0");
    }

    @Test
    void shard_outOfItsCount_isRefused() {
        assertThatThrownBy(() -> new Shard(4, 4)).hasMessageContaining("id must be from 0 to 3: 4");
        assertThatThrownBy(() -> new Shard(0, 0)).hasMessageContaining("count must be at least 1: 0");
    }

    @Test
    void timeouts_notPositiveOrOutOfOrder_areRefused() {
        assertThatThrownBy(() -> new Timeouts(Duration.ZERO, SECOND, SECOND, SECOND, SECOND))
                .hasMessageContaining("login must be positive");
        assertThatThrownBy(() -> new Timeouts(SECOND, SECOND, Duration.ofMillis(1), SECOND, SECOND))
                .hasMessageContaining("backoffMax must not be under backoffFirst: PT0.001S");
    }

    @Test
    void snowflake_isUnsigned() {
        assertThat(Snowflake.of("18446744073709551615")).hasToString("18446744073709551615");
        assertThatThrownBy(() -> Snowflake.of("-1")).hasMessageContaining("-1");
    }

    @Test
    void storedSession_negativeSequence_isRefused() {
        assertThatThrownBy(() -> new StoredSession(session(0), -1))
                .hasMessageContaining("sequence")
                .hasMessageContaining("-1");
    }

    @Test
    void session_applicationFlags_tellWhichIntentsAreSwitchedOn() {
        assertThat(session(0).switchedOn()).isEmpty();
        assertThat(session(1 << 13 | 1 << 18).switchedOn())
                .containsExactlyInAnyOrder(Intent.GUILD_PRESENCES, Intent.MESSAGE_CONTENT);
        assertThat(session(1 << 14).switchedOn()).containsExactly(Intent.GUILD_MEMBERS);
    }

    @Test
    void intents_aboveBit15_areInTheMask() {
        assertThat(Intent.mask(Set.of(Intent.GUILDS, Intent.AUTO_MODERATION_EXECUTION, Intent.DIRECT_MESSAGE_POLLS)))
                .isEqualTo(1 | 1 << 21 | 1 << 25);
    }

    @Test
    void spacedIdentifies_letOneAfterTheOtherPass() {
        // Given
        Instant[] now = {Instant.EPOCH};
        SpacedIdentifies gate = new SpacedIdentifies(Duration.ofMillis(300), () -> now[0]);
        // When
        CompletionStage<Void> first = gate.enter(0);
        CompletionStage<Void> second = gate.enter(1);
        now[0] = now[0].plusSeconds(5);
        CompletionStage<Void> later = gate.enter(2);
        // Then
        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(second.toCompletableFuture()).isNotDone();
        assertThat(later.toCompletableFuture()).isCompleted();
        second.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static GatewaySession session(long flags) {
        return new GatewaySession(
                "s",
                URI.create("wss://gateway.discord.gg"),
                new Snowflake(1),
                flags,
                new BotUser(new Snowflake(1), "w"),
                Set.of());
    }
}
