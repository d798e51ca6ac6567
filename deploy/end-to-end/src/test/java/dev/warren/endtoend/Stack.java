package dev.warren.endtoend;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.faults.Scene;
import dev.warren.benchmarks.stack.StackProcesses;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.local.providers.ScriptedProvider;
import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.client.SimulatorClient.Written;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The started stack, one for the whole suite. It was started by the same command that the README gives. */
public final class Stack implements ExtensionContext.Store.CloseableResource {
    private static final int PORT_OFFSET = 5_700;
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration COMMANDS = Duration.ofSeconds(30);

    /** The sites that links lead to are played on this machine, which no other stack may ask. */
    private static final Map<String, String> SETTINGS = Map.of(
            "WARREN_EMBED_TEST", "true",
            "WARREN_EMBED_FETCHING_ADMIT_LOOPBACK", "true",
            "WARREN_EMBED_UNFOLDING_PATIENCE", "1s",
            "WARREN_EMBED_FEEDS_LOOK", "1s",
            "WARREN_EMBED_FEEDS_INTERVAL", "2s",
            "WARREN_EMBED_FEEDS_SHORTEST_INTERVAL", "2s");

    private final Path root = Path.of(System.getProperty("warren.root", "../.."));
    /** OpenAI's protocol, which is asked first, and Anthropic's, which stands in. */
    private final ScriptedProvider openAi = new ScriptedProvider();

    private final ScriptedProvider anthropic = new ScriptedProvider();
    private final SimulatorClient discord;
    private final Broker broker;
    private final RawKafka kafka;
    private final StackProcesses processes = new StackProcesses(root, PORT_OFFSET);

    Stack() {
        run(List.of("up", "--detach", "--ephemeral"), START);
        discord = new SimulatorClient(
                URI.create("http://127.0.0.1:" + process("discord-simulator").getInteger("port") + "/control/v1"));
        var kafkaAddress = "127.0.0.1:" + process("kafka").getInteger("port");
        broker = new Broker(kafkaAddress);
        kafka = new RawKafka(kafkaAddress);
        await().atMost(COMMANDS)
                .until(() -> discord.commands().stream()
                        .map(command -> command.getString("name"))
                        .toList()
                        .containsAll(List.of("rank", "leaderboard", "daily", "settings", "help", "ping", "about")));
    }

    SimulatorClient discord() {
        return discord;
    }

    Broker broker() {
        return broker;
    }

    /** The provider that is asked first. */
    ScriptedProvider openAi() {
        return openAi;
    }

    /** The provider that stands in. */
    ScriptedProvider anthropic() {
        return anthropic;
    }

    private Map<String, String> providers() {
        return Map.of(
                "WARREN_AI_PROVIDERS_OPENAI_BASE_URL",
                openAi.url().toString(),
                "WARREN_AI_PROVIDERS_OPENAI_KEY",
                "scripted",
                "WARREN_AI_PROVIDERS_ANTHROPIC_BASE_URL",
                anthropic.url().toString(),
                "WARREN_AI_PROVIDERS_ANTHROPIC_KEY",
                "scripted");
    }

    /** What a command says that is to do what it is asked. */
    String warren(String... command) {
        return run(List.of(command), START);
    }

    /** What a command says that is refused. */
    String refused(String... command) {
        try {
            run(List.of(command), START);
        } catch (AssertionError refusal) {
            return String.valueOf(refusal.getMessage());
        }
        throw new AssertionError("not refused: " + String.join(" ", command));
    }

    /** {@code warren status --json}. */
    JsonObject status() {
        return new JsonObject(run(List.of("status", "--json"), COMMANDS));
    }

    /** One process of the status: name, pid, port, health, lag. */
    JsonObject process(String name) {
        return status().getJsonArray("processes").stream()
                .map(JsonObject.class::cast)
                .filter(process -> process.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process is called " + name));
    }

    /** Ends a process as an accident would, and waits until the supervisor has it up again under another pid. */
    void kill(String name) {
        killAndGoOn(name);
        awaitReady(name);
    }

    /** Asks a process to stop; returns when it is gone. */
    void stopAndGoOn(String name) {
        processes.stop(name);
    }

    /** Waits until a process, perhaps a new one, is ready. */
    void awaitReady(String name) {
        processes.awaitReady(name);
    }

    /** Empties Redis. */
    void flushRedis() {
        processes.flushRedis();
    }

    /** Waits until a message is in its topic; whether it was read back. */
    boolean awaitPublished(Written message) {
        return await().atMost(COMMANDS)
                .until(() -> published(message), Optional::isPresent)
                .orElseThrow()
                .backfilled();
    }

    /** The message as it is in its topic, if it is there. */
    Optional<MessageCreated> published(Written message) {
        return broker.seen(Topics.MESSAGES).stream()
                .map(received -> received.event().payload())
                .filter(MessageCreated.class::isInstance)
                .map(MessageCreated.class::cast)
                .filter(created -> created.id().toString().equals(message.id()))
                .findFirst();
    }

    /** Has a service's database do something; gives how many rows that touched. */
    int execute(String service, String... statements) {
        try (var database = processes.database(service);
                var execution = database.createStatement()) {
            int touched = 0;
            for (var statement : statements) {
                execution.execute(statement);
                touched += Math.max(0, execution.getUpdateCount());
            }
            return touched;
        } catch (SQLException e) {
            throw new IllegalStateException("the database of " + service + " refused", e);
        }
    }

    /** Ends a process as an accident would; returns when it is gone. */
    void killAndGoOn(String name) {
        processes.kill(name);
    }

    /** Where the fault scenarios, which the bench runs at their full size, take place. */
    Scene scene() {
        return new Scene(discord, processes, kafka);
    }

    private String run(List<String> arguments, Duration limit) {
        var command = new ArrayList<String>();
        command.add(root.resolve("warren").toAbsolutePath().normalize().toString());
        command.addAll(arguments);
        command.addAll(List.of("--port-offset", Integer.toString(PORT_OFFSET)));
        try {
            var output = Files.createTempFile("warren", ".out");
            var errors = Files.createTempFile("warren", ".err");
            var builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(providers());
            builder.environment().putAll(SETTINGS);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " took more than " + limit + ":\n" + Files.readString(output)
                        + Files.readString(errors));
            }
            // status exits with other than 0 while something is not ready, and still says what it knows
            if (process.exitValue() != 0 && !arguments.contains("status")) {
                throw new AssertionError(command + " exited with " + process.exitValue() + ":\n"
                        + Files.readString(output) + Files.readString(errors));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
        kafka.close();
        discord.close();
        openAi.close();
        anthropic.close();
        run(List.of("down"), START);
    }
}
