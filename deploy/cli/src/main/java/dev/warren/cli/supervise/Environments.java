package dev.warren.cli.supervise;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.Endpoints;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The environment of each process: the contract between {@code warren} and the services. */
public final class Environments {
    /** What the local Discord takes for the bot's token; it looks like one, and opens nothing. */
    static final String LOCAL_TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.local.discord";

    private Environments() {}

    /**
     * The environment of the local Discord.
     *
     * @param viewerPort of the event viewer that its pages are to show
     */
    static Map<String, String> ofSimulator(
            int port, Path folder, Optional<Integer> viewerPort, Map<String, String> passedOn) {
        var environment = new LinkedHashMap<>(passedOn);
        environment.put("SIMULATOR_PORT", Integer.toString(port));
        environment.put("SIMULATOR_FOLDER", folder.toString());
        environment.put("SIMULATOR_TOKENS", LOCAL_TOKEN);
        environment.putIfAbsent("SIMULATOR_HINTS", "!rank,/rank,/leaderboard,/help");
        viewerPort.ifPresent(viewer -> environment.put("SIMULATOR_PANEL", "http://127.0.0.1:" + viewer + "/panel.js"));
        return environment;
    }

    /** The environment of the event viewer. */
    static Map<String, String> ofViewer(int port, String kafkaBootstrapServers, Map<String, String> passedOn) {
        var environment = new LinkedHashMap<>(passedOn);
        environment.put("VIEWER_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers);
        return environment;
    }

    /**
     * The environment of a service. Only the gateway gets the token.
     *
     * @param data where the stack keeps what is not in its servers
     */
    public static Map<String, String> ofService(
            Component service, int port, Settings settings, Endpoints endpoints, Path data) {
        var environment = new LinkedHashMap<>(settings.passedOn());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", endpoints.kafkaBootstrapServers());
        environment.put("DATABASE_URL", endpoints.databaseServer() + "/" + service.id());
        environment.put("DATABASE_USER", settings.databaseUser());
        environment.put("DATABASE_PASSWORD", settings.databasePassword());
        environment.put("REDIS_URL", endpoints.redisUrl());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // there is one of each here, and the one that takes a killed one's place goes on where that stood
        environment.put("WARREN_INSTANCE", "only");
        endpoints.viewerPort().ifPresent(viewer -> tracesTo(viewer, environment));
        endpoints
                .simulatorPort()
                .ifPresent(simulator -> environment.put("DISCORD_CDN_URL", "http://127.0.0.1:" + simulator + "/cdn"));
        if (service.name().equals(Components.GATEWAY)) {
            environment.put("DISCORD_TOKEN", settings.discordToken().orElse(LOCAL_TOKEN));
            endpoints.simulatorPort().ifPresent(simulator -> {
                environment.put("DISCORD_API_URL", "http://127.0.0.1:" + simulator + "/api/v10");
                // the local Discord does not mind how often commands are registered, and a person waits
                environment.put("WARREN_GATEWAY_COMMANDS_SETTLE", "1s");
            });
        }
        if (service.name().equals(Components.MEMORY)) {
            environment.put("KEYS_DATABASE_URL", endpoints.databaseServer() + "/" + Components.KEYS_DATABASE);
            environment.putIfAbsent(
                    "WARREN_MEMORY_MASTER_KEY_FILE",
                    data.resolve(service.name()).resolve("master-key.json").toString());
        }
        return environment;
    }

    /** Whoever has a collector of their own, or wants no traces, keeps it so. */
    private static void tracesTo(int viewerPort, Map<String, String> environment) {
        if (environment.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT") || environment.containsKey("WARREN_TRACES_OFF")) {
            return;
        }
        environment.put("WARREN_TRACES_OFF", "false");
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + viewerPort);
        environment.put("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf");
    }
}
