package dev.warren.benchmarks.memory;

import dev.warren.local.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged memory service in a JVM of its own, as the stack runs it. */
final class MemoryProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms24m",
            "-Xmx192m",
            "-Xss512k");

    private final int port;
    private final Process service;
    private final Thread ending;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Starts it; it begins to work by itself. */
    MemoryProcess(Path root, MemoryServers servers) throws IOException {
        var jar = root.resolve("memory-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("the service is not built: " + jar);
        }
        port = FreePorts.any();
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(servers.environment(port));
        service = builder.start();
        // an interrupted bench leaves nothing behind
        ending = new Thread(service::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    int port() {
        return port;
    }

    /** Returns when it says that it is ready. */
    void awaitReady() throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (status("/q/health/ready") != 200) {
            pause(giveUpAt);
        }
    }

    /** Waits a moment; not for ever, nor for a service that has ended. */
    void pause(long giveUpAt) {
        if (!service.isAlive() || System.nanoTime() > giveUpAt) {
            throw new IllegalStateException("the service did not do it in time; alive: " + service.isAlive());
        }
        LockSupport.parkNanos(POLL.toNanos());
    }

    private int status(String path) throws InterruptedException {
        try {
            return http.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** A number of its metrics, summed over all lines that begin so; 0 while there is none. */
    double metric(String begin) throws InterruptedException {
        try {
            return http.send(request("/q/metrics"), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(begin))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
    }

    @Override
    public void close() throws InterruptedException {
        http.close();
        service.destroy();
        if (!service.waitFor(30, TimeUnit.SECONDS)) {
            service.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(ending);
    }
}
