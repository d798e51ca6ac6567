package dev.warren.simulator;

import dev.warren.simulator.rest.RateLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a local Discord as a process of its own. Settings come from variables: {@code SIMULATOR_PORT} (8080), {@code SIMULATOR_BIND}
 * (127.0.0.1), {@code SIMULATOR_PUBLIC_HOST} (127.0.0.1), {@code SIMULATOR_FOLDER} for certificate and truststore,
 * {@code SIMULATOR_TOKENS} separated by commas, {@code WARREN_DISCORD_OPENAPI}, {@code SIMULATOR_RATE_LIMITS} ({@code off}),
 * {@code SIMULATOR_PANEL}, the address of a module for the web client, {@code SIMULATOR_HINTS}
 * separated by commas, what the web client says to try first.
 * Exit code 78 tells a wrong setting, 1 that it could not start.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int WRONG_SETTING = 78;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        SimulatorOptions options;
        try {
            options = read(System.getenv());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_SETTING);
            return;
        }
        try {
            DiscordSimulator simulator =
                    DiscordSimulator.start(options).toCompletableFuture().get();
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
            LOG.info(
                    "the local Discord is ready address={} control={} truststore={} validates={}",
                    simulator.restUri(),
                    simulator.controlUri(),
                    simulator.truststore(),
                    options.document().isPresent());
        } catch (ExecutionException failed) {
            System.err.println("the local Discord could not start: " + failed.getCause());
            System.exit(1);
        }
    }

    static SimulatorOptions read(Map<String, String> environment) {
        SimulatorOptions options = SimulatorOptions.local()
                .withPort(number("SIMULATOR_PORT", environment.getOrDefault("SIMULATOR_PORT", "8080")))
                .withHost(
                        environment.getOrDefault("SIMULATOR_PUBLIC_HOST", "127.0.0.1"),
                        environment.getOrDefault("SIMULATOR_BIND", "127.0.0.1"));
        String folder = environment.getOrDefault("SIMULATOR_FOLDER", "");
        if (!folder.isBlank()) {
            options = options.withFolder(Path.of(folder));
        }
        Set<String> tokens = Set.copyOf(list(environment, "SIMULATOR_TOKENS"));
        if (!tokens.isEmpty()) {
            options = options.withTokens(tokens);
        }
        String panel = environment.getOrDefault("SIMULATOR_PANEL", "");
        if (!panel.isBlank()) {
            options = options.withWeb(options.web().withPanel(URI.create(panel)));
        }
        List<String> hints = list(environment, "SIMULATOR_HINTS");
        options = options.withWeb(options.web().withHints(hints));
        return switch (environment.getOrDefault("SIMULATOR_RATE_LIMITS", "on")) {
            case "on" -> options;
            case "off" -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000));
            default ->
                throw new IllegalArgumentException(
                        "SIMULATOR_RATE_LIMITS must be on or off: " + environment.get("SIMULATOR_RATE_LIMITS"));
        };
    }

    private static List<String> list(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault(name, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(name + " must be from 0 to 65535: " + text);
        }
        return Integer.parseInt(text);
    }
}
