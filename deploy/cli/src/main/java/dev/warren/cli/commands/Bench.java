package dev.warren.cli.commands;

import dev.warren.cli.stack.Checkout;
import dev.warren.cli.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code warren bench}: runs a benchmark in a JVM of its own, without the bot's token. */
final class Bench {
    private final Checkout checkout;
    private final Screen screen;
    private final Map<String, String> environment;

    Bench(Checkout checkout, Screen screen, Map<String, String> environment) {
        this.checkout = checkout;
        this.screen = screen;
        this.environment = environment;
    }

    int run(String name, boolean json, List<String> only) throws IOException, InterruptedException {
        var jar = jar(checkout.benchmarksFolder());
        if (jar.isEmpty()) {
            screen.problem("the benchmarks are not built: deploy/benchmarks/target holds no jar");
            return 1;
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dwarren.root=" + checkout.root(),
                "-cp",
                jar.getFirst() + ":" + checkout.benchmarksFolder().resolve("lib") + "/*",
                "dev.warren.benchmarks.Main",
                name));
        if (json) {
            command.add("--json");
        }
        if (!only.isEmpty()) {
            command.addAll(List.of("--only", String.join(",", only)));
        }
        var builder =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().remove("DISCORD_TOKEN");
        builder.environment().put("WARREN_DISCORD", "local");
        return builder.start().waitFor();
    }

    private static List<String> jar(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "benchmarks-*.jar")) {
            var jars = new ArrayList<String>();
            files.forEach(file -> jars.add(file.toString()));
            jars.removeIf(file -> file.endsWith("-tests.jar") || file.endsWith("-sources.jar"));
            return jars;
        }
    }
}
