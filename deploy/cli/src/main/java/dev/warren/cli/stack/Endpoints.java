package dev.warren.cli.stack;

import dev.warren.cli.settings.Settings;
import java.util.Optional;

/**
 * Where a stack's servers are reached, be they its own or existing ones.
 *
 * @param databaseServer {@code postgresql://host:port}, without a database
 * @param simulatorPort of the local Discord, if there is one
 * @param viewerPort of the event viewer, if there is one
 */
public record Endpoints(
        String kafkaBootstrapServers,
        String databaseServer,
        String redisUrl,
        Optional<Integer> simulatorPort,
        Optional<Integer> viewerPort) {
    private static final String LOOPBACK = "127.0.0.1:";

    public static Endpoints of(Settings settings, PortPlan plan) {
        return new Endpoints(
                settings.kafkaBootstrapServers().orElseGet(() -> LOOPBACK + port(plan, Components.KAFKA)),
                settings.databaseServer()
                        .orElseGet(() -> "postgresql://" + LOOPBACK + port(plan, Components.POSTGRESQL)),
                settings.redisUrl().orElseGet(() -> "redis://" + LOOPBACK + port(plan, Components.REDIS)),
                plan.find(Components.SIMULATOR),
                plan.find(Components.VIEWER));
    }

    private static int port(PortPlan plan, String name) {
        return plan.find(name).orElse(0);
    }
}
