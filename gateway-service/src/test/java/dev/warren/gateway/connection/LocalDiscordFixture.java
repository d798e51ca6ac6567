package dev.warren.gateway.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.connection.DiscordConnection.Ending;
import dev.warren.simulator.SimulatorOptions;
import dev.warren.simulator.gateway.GatewaySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Connections to a local Discord. */
abstract class LocalDiscordFixture {
    static final Set<Intent> INTENTS =
            Set.of(Intent.GUILDS, Intent.GUILD_MESSAGES, Intent.GUILD_MESSAGE_REACTIONS, Intent.MESSAGE_CONTENT);

    @TempDir
    static Path certificates;

    private final List<DiscordConnection> connections = new ArrayList<>();
    private Optional<LocalDiscord> running = Optional.empty();

    /** Makes a connection to the gateway at an address. */
    abstract DiscordConnection connection(ConnectionSettings settings, URI gateway, Heard heard);

    static SimulatorOptions options() {
        GatewaySettings settings =
                new GatewaySettings(Duration.ofSeconds(1), Duration.ofMinutes(3), 50_000, 120, 0, 64 * 1024 * 1024);
        return SimulatorOptions.local().withFolder(certificates).withGateway(settings);
    }

    LocalDiscord start(SimulatorOptions options) {
        LocalDiscord discord = new LocalDiscord(options);
        running = Optional.of(discord);
        return discord;
    }

    static ConnectionSettings settings(String token, boolean compress) {
        return settings(token, INTENTS, compress);
    }

    static ConnectionSettings settings(String token, Set<Intent> intents, boolean compress) {
        return new ConnectionSettings(
                token,
                new ConnectionSettings.Shard(0, 1),
                intents,
                new ConnectionSettings.Timeouts(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(400)),
                10,
                new ConnectionSettings.Network(Optional.empty(), false, compress));
    }

    DiscordConnection connection(URI gateway, Heard heard) {
        return remember(connection(settings(SimulatorOptions.LOCAL_TOKEN, false), gateway, heard));
    }

    DiscordConnection remember(DiscordConnection connection) {
        connections.add(connection);
        return connection;
    }

    @AfterEach
    void close() {
        connections.forEach(connection -> connection
                .close(Ending.END_SESSION)
                .toCompletableFuture()
                .orTimeout(10, SECONDS)
                .join());
        running.ifPresent(LocalDiscord::close);
    }

    static void assertEverySequenceCameOnce(Heard heard) {
        assertThat(heard.dispatches.stream()
                        .filter(one -> !one.type().equals("RESUMED"))
                        .map(GatewayDispatch::sequence))
                .doesNotHaveDuplicates();
        assertThat(heard.dispatches.stream().map(GatewayDispatch::sequence).distinct())
                .isEqualTo(LongStream.rangeClosed(1, heard.dispatches.getLast().sequence())
                        .boxed()
                        .toList());
    }
}
