package dev.warren.benchmarks.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command {@code warren} of a checkout, run without the bot's token on what is built already. */
final class Warren {
    private final Path root;
    private final Map<String, String> settings;

    Warren(Path root, Map<String, String> settings) {
        this.root = root;
        this.settings = Map.copyOf(settings);
    }

    /**
     * What a run of the command said.
     *
     * @param output what it wrote on its output
     * @param errors what it wrote on its error output
     */
    record Said(int exitCode, String output, String errors) {
        /** The last line of what went wrong. */
        String lastLine() {
            return (output + errors).lines().reduce((_, last) -> last).orElse("it said nothing");
        }
    }

    /**
     * Runs the command and waits until it ends.
     *
     * @throws IOException when it cannot be run, or has not ended in time and was killed
     */
    Said run(Duration patience, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("warren").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().putAll(settings);
        builder.environment().remove("DISCORD_TOKEN");
        builder.environment().put("WARREN_DISCORD", "local");
        builder.environment().put("WARREN_BUILD", "never");
        var process = builder.start();
        process.getOutputStream().close();
        var output = read(process.getInputStream());
        var errors = read(process.getErrorStream());
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException(
                    "warren " + arguments.getFirst() + " has not ended in " + patience.toSeconds() + " s");
        }
        return new Said(process.exitValue(), output.join(), errors.join());
    }

    /** Reads while the process runs; what a supervisor inherits of the pipe is not waited for longer than the process lives. */
    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        return "";
                    }
                },
                runnable -> Thread.ofVirtual().start(runnable));
    }
}
