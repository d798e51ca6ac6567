package dev.warren.runtime.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.bootstrap.BootstrapException;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.paths.PathList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The test application packaged as a service is, to be run as a process of its own. */
final class PackagedService {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path jar;

    private PackagedService(Path jar) {
        this.jar = jar;
    }

    /** Builds it from this module's classes and the test application's. */
    static PackagedService build(Path folder) {
        var module = Path.of("").toAbsolutePath();
        var properties = new Properties();
        properties.setProperty("quarkus.package.jar.type", "fast-jar");
        properties.setProperty("quarkus.profile", "prod");
        try (var curated = QuarkusBootstrap.builder()
                .setApplicationRoot(
                        PathList.of(module.resolve("target/test-classes"), module.resolve("target/classes")))
                .setProjectRoot(module)
                .setTargetDirectory(folder)
                .setBaseName("trial")
                .setMode(QuarkusBootstrap.Mode.PROD)
                .setLocalProjectDiscovery(true)
                .setBuildSystemProperties(properties)
                .build()
                .bootstrap()) {
            var result = curated.createAugmentor().createProductionApplication();
            return new PackagedService(result.getJar().getPath());
        } catch (BootstrapException e) {
            throw new IllegalStateException("the test application cannot be packaged", e);
        }
    }

    /** Starts it with these settings; its output goes to a file. */
    Running start(Path folder, Map<String, String> settings) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        try {
            var output = Files.createTempFile(folder, "service", ".log");
            return new Running(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of the service. */
    record Running(Process process, Path log) implements AutoCloseable {
        /** What it has said so far. */
        List<String> output() {
            try {
                return Files.readAllLines(log, UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until it has ended, and gives its exit code. */
        int exitCode() throws InterruptedException {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the service did not end: " + output());
            }
            return process.exitValue();
        }

        /** SIGTERM; returns when it has ended. */
        int terminate() throws InterruptedException {
            process.destroy();
            return exitCode();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
