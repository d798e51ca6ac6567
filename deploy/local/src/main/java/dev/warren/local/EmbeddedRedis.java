package dev.warren.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** A Redis 6.2 server as a child process, reachable from loopback only. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofSeconds(20);
    private static final int ANSWER_MILLIS = 500;
    private static final int MOST_ANSWER = 64 * 1024;
    private static final Duration CHECK_EVERY = Duration.ofMillis(10);

    private final Process process;
    private final int port;
    private final String marker;

    private EmbeddedRedis(Process process, int port, String marker) {
        this.process = process;
        this.port = port;
        this.marker = marker;
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @throws UncheckedIOException if its files cannot be written
     * @throws IllegalStateException if it ends at once, or does not answer within 20 s
     */
    public static EmbeddedRedis start(ServerOptions options) {
        try {
            var data = Files.createDirectories(options.dataDirectory());
            var log = options.logFile();
            var config = data.resolve("redis.conf");
            Files.write(config, config(options));
            var process = new ProcessBuilder(executable().toString(), config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            var redis = new EmbeddedRedis(process, options.port(), config.toString());
            redis.awaitAnswer(log);
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Redis in " + options.dataDirectory(), e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Part of the server's command line and of no other's. */
    public String marker() {
        return marker;
    }

    /** SIGTERM, on which Redis writes what it has to write and ends. */
    @Override
    public void close() {
        Processes.end(process(), Processes.Request.TERMINATE, Duration.ofSeconds(10));
    }

    private static List<String> config(ServerOptions options) {
        return List.of(
                "port " + options.port(),
                "bind 127.0.0.1",
                "dir \"" + options.dataDirectory() + "\"",
                "save \"\"",
                "appendonly " + (options.durable() ? "yes" : "no"),
                "appendfsync everysec",
                // Its command line is what tells it from a stranger: it must not rewrite it.
                "set-proc-title no",
                "databases 16");
    }

    /**
     * The library's binary for this machine. Unpacked once for each user and moved into place whole, since several
     * JVMs may come here at once and a file that is being written cannot be run.
     */
    private static Path executable() throws IOException {
        var folder = Files.createDirectories(RunDirectory.sharedParent().resolve("redis"));
        var resource = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
        if (resource == null) {
            throw new IllegalStateException("no Redis binary for this system: set REDIS_URL to a server of your own");
        }
        var target = folder.resolve(Path.of(resource).getFileName().toString());
        if (!Files.exists(target)) {
            var draft = Files.createTempDirectory(folder, "unpack-");
            var unpacked = ExecutableProvider.newJarResourceProvider(draft.toFile())
                    .get()
                    .toPath();
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
            RunDirectory.delete(draft);
        }
        return target;
    }

    private void awaitAnswer(Path log) throws IOException {
        var giveUpAt = System.nanoTime() + START_WAIT.toNanos();
        while (System.nanoTime() < giveUpAt) {
            try {
                if (process.waitFor(CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Redis ended at once: " + reason(log));
                }
                if (answers()) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("Redis does not answer on port " + port);
    }

    /** Whether this very process answers; on a port in use it would be another. */
    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(MOST_ANSWER), StandardCharsets.US_ASCII);
            return answer.contains("process_id:" + process.pid() + "\r");
        } catch (IOException e) {
            return false;
        }
    }

    /** Its warnings begin with a hash sign after pid, role and time; the last of them says why it gave up. */
    private static String reason(Path log) throws IOException {
        return Files.readAllLines(log).reversed().stream()
                .filter(line -> line.contains(" # ") && !line.contains(" # Configuration loaded"))
                .findFirst()
                .orElse("it said nothing");
    }
}
