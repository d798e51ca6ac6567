package dev.warren.gateway.connection;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.warren.gateway.connection.DiscordConnection.Ending;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A connection before a scripted gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScriptedFixture {
    static final Set<Intent> INTENTS =
            Set.of(Intent.GUILDS, Intent.GUILD_MESSAGES, Intent.MESSAGE_CONTENT, Intent.GUILD_MESSAGE_POLLS);
    static final JsonObject HELLO_WORLD = new JsonObject().put("content", "hello");

    Vertx vertx;
    ScriptedGateway gateway;
    Heard heard;
    JavacordConnection connection;

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

    JavacordConnection connection(Duration login, Duration heartbeatAck) {
        ConnectionSettings settings = new ConnectionSettings(
                "secret-token",
                new ConnectionSettings.Shard(1, 4),
                INTENTS,
                new ConnectionSettings.Timeouts(
                        login, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(2), heartbeatAck),
                2,
                ConnectionSettings.Network.DEFAULT);
        return new JavacordConnection(
                settings,
                GatewayAddress.of(gateway.address()),
                new SpacedIdentifies(Duration.ofMillis(1), InstantSource.system()),
                heard.dispatches::add,
                heard.states::add,
                InstantSource.system(),
                new Random(7));
    }

    void replaceConnection(Duration login, Duration heartbeatAck) {
        connection.close(Ending.END_SESSION).toCompletableFuture().join();
        heard = new Heard();
        connection = connection(login, heartbeatAck);
    }

    List<Long> sequences(String type) {
        return heard.ofType(type).stream().map(GatewayDispatch::sequence).toList();
    }
}
