package dev.warren.benchmarks.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.local.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The processes of a stack that runs, as its supervisor writes them down, and what can befall them. */
public final class StackProcesses {
    /** The one that the scenarios are about. */
    public static final String GATEWAY = "gateway-service";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ANSWER_MILLIS = 2_000;
    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();
    private final Path state;

    /**
     * The processes of one stack.
     *
     * @param root the checkout that it was started from
     * @param offset its port offset
     */
    public StackProcesses(Path root, int offset) {
        this.state = root.resolve(".warren/offset-" + offset + "/state.json");
    }

    private JsonNode process(String name) {
        try {
            for (var process : JSON.readTree(state.toFile()).path("processes")) {
                if (process.path("name").asText().equals(name)) {
                    return process;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + state, e);
        }
        throw new IllegalStateException("the stack has no " + name);
    }

    public int port(String name) {
        return process(name).path("port").asInt();
    }

    /** The process of that name, if it runs. */
    public Optional<ProcessHandle> handle(String name) {
        return Optional.of(process(name).path("pid").asLong())
                .filter(pid -> pid > 0)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive);
    }

    /** The process of that name; waits for one that is being started again. */
    public ProcessHandle awaitHandle(String name) {
        return await("process " + name)
                .atMost(PATIENCE)
                .until(() -> handle(name), Optional::isPresent)
                .orElseThrow();
    }

    /** Ends a process as an accident would (SIGKILL); returns when it is gone. The supervisor starts another. */
    public void kill(String name) {
        end(name, ProcessHandle::destroyForcibly);
    }

    /** Asks a process to stop; returns when it is gone. */
    public void stop(String name) {
        end(name, ProcessHandle::destroy);
    }

    private void end(String name, Consumer<ProcessHandle> how) {
        var handle = awaitHandle(name);
        how.accept(handle);
        await("end of " + name).atMost(PATIENCE).until(() -> !handle.isAlive());
    }

    /** Waits until a process, perhaps a new one, is ready. A server is when the supervisor says so, a service says it itself. */
    public void awaitReady(String name) {
        await(name + " to be ready").atMost(PATIENCE).until(() -> isReady(name));
    }

    private boolean isReady(String name) {
        return handle(name).isPresent()
                && process(name).path("condition").asText().equals("READY")
                && (!name.endsWith("-service") || get(name, "/q/health/ready").isPresent());
    }

    /** What a service answers with success; empty when it answers otherwise, or not at all in 2 s. */
    public Optional<String> get(String name, String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port(name) + path).toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try {
                if (connection.getResponseCode() != OK) {
                    return Optional.empty();
                }
                try (var body = connection.getInputStream()) {
                    return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Stops a process in its tracks until the returned handle is closed: it keeps its connections, and answers nothing. */
    public Frozen freeze(String name) {
        return new Frozen(awaitHandle(name).pid());
    }

    /** A process that is stopped in its tracks. */
    public static final class Frozen implements AutoCloseable {
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
                    throw new IllegalStateException("kill " + signal + " " + pid + " failed");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Empties Redis (FLUSHALL). */
    public void flushRedis() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port(WarrenStack.REDIS))) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
            if (!answer.equals("+OK")) {
                throw new IllegalStateException("Redis did not flush: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection to a database of the stack's PostgreSQL. */
    public Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port(WarrenStack.POSTGRESQL) + "/" + name,
                EmbeddedPostgres.USER,
                EmbeddedPostgres.PASSWORD);
    }
}
