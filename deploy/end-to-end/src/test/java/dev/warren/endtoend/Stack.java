package dev.warren.endtoend;

import static org.awaitility.Awaitility.await;

import dev.warren.runtime.testing.Broker;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The started stack, one for the whole suite. It was started by the same command that the README gives. */
public final class Stack implements ExtensionContext.Store.CloseableResource {
    private static final int PORT_OFFSET = 5_700;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration COMMANDS = Duration.ofSeconds(30);
    private static final Duration RESTART = Duration.ofSeconds(90);

    private final Path root = Path.of(System.getProperty("warren.root", "../.."));
    private final SimulatorClient discord;
    private final Broker broker;

    Stack() {
        run(List.of("up", "--detach", "--ephemeral"), START);
        discord = new SimulatorClient(
                URI.create("http://127.0.0.1:" + process("discord-simulator").getInteger("port") + "/control/v1"));
        broker = new Broker("127.0.0.1:" + process("kafka").getInteger("port"));
        await().atMost(COMMANDS)
                .until(() -> discord.commands().stream()
                        .map(command -> command.getString("name"))
                        .toList()
                        .containsAll(List.of("rank", "leaderboard", "settings", "help", "ping", "about")));
    }

    SimulatorClient discord() {
        return discord;
    }

    Broker broker() {
        return broker;
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

    /** Ends a process as an accident would; returns when it is gone. */
    void killAndGoOn(String name) {
        end(name, ProcessHandle::destroyForcibly);
    }

    /** Asks a process to stop; returns when it is gone. */
    void stopAndGoOn(String name) {
        end(name, ProcessHandle::destroy);
    }

    private void end(String name, Consumer<ProcessHandle> how) {
        var handle = ProcessHandle.of(process(name).getLong("pid")).orElseThrow();
        how.accept(handle);
        await().atMost(RESTART).until(() -> !handle.isAlive());
    }

    /** Waits until a process, perhaps a new one, is ready. */
    void awaitReady(String name) {
        await().atMost(RESTART).ignoreExceptions().until(() -> {
            var now = process(name);
            return ProcessHandle.of(now.getLong("pid"))
                            .filter(ProcessHandle::isAlive)
                            .isPresent()
                    && "ready".equals(now.getString("health"));
        });
    }

    /** Stops a process in its tracks until the returned handle is closed: it keeps its connections, and answers nothing. */
    Frozen freeze(String name) {
        return new Frozen(process(name).getLong("pid"));
    }

    /** A process that is stopped in its tracks. */
    static final class Frozen implements AutoCloseable {
        private final long pid;

        private Frozen(long pid) {
            this.pid = pid;
            signal("-STOP");
        }

        @Override
        public void close() {
            signal("-CONT");
        }

        private void signal(String signal) {
            try {
                if (new ProcessBuilder("kill", signal, Long.toString(pid))
                                .start()
                                .waitFor()
                        != 0) {
                    throw new AssertionError("kill " + signal + " " + pid + " failed");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The XP of all members of a guild, from leveling's database. */
    Map<Long, Long> xp(String guild) {
        var address = "postgresql://postgres:postgres@127.0.0.1:"
                + process("postgresql").getInteger("port") + "/leveling";
        var vertx = Vertx.vertx();
        try {
            var database = PgBuilder.client().connectingTo(address).using(vertx).build();
            var xp = new HashMap<Long, Long>();
            database.preparedQuery("SELECT user_id, xp FROM member_progress WHERE guild_id = $1 AND xp > 0")
                    .execute(Tuple.of(Long.parseLong(guild)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .forEach(row -> xp.put(row.getLong(0), row.getLong(1)));
            return xp;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Empties Redis. */
    void flushRedis() {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), process("redis").getInteger("port"))) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            if (!answer.startsWith("+OK")) {
                throw new AssertionError("Redis did not flush: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(List<String> arguments, Duration limit) {
        var command = new ArrayList<String>();
        command.add(root.resolve("warren").toAbsolutePath().normalize().toString());
        command.addAll(arguments);
        command.addAll(List.of("--port-offset", Integer.toString(PORT_OFFSET)));
        try {
            var output = Files.createTempFile("warren", ".out");
            var errors = Files.createTempFile("warren", ".err");
            var process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
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
        discord.close();
        run(List.of("down"), START);
    }
}
