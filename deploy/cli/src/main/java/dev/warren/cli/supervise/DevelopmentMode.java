package dev.warren.cli.supervise;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.Endpoints;
import dev.warren.cli.stack.PortPlan;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.ProcessState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A service in Quarkus' development mode, in place of the supervised one. */
public final class DevelopmentMode {
    private DevelopmentMode() {}

    /** What the service needs to take its place in the running stack, without what the environment has anyway. */
    public static Map<String, String> environment(
            Component service, int port, Settings settings, StackState state, StackDirectory stack) {
        var ports = state.processes().stream().collect(Collectors.toMap(ProcessState::name, ProcessState::port));
        var endpoints = Endpoints.of(settings, new PortPlan(ports, List.of()));
        var environment = new LinkedHashMap<>(Environments.ofService(service, port, settings, endpoints));
        environment.keySet().removeAll(settings.passedOn().keySet());
        if (service.name().equals(Components.GATEWAY)) {
            endpoints
                    .simulatorPort()
                    .ifPresent(simulator -> environment.put(
                            "JAVA_TOOL_OPTIONS",
                            String.join(" ", Launches.gatewayFlags(simulator, stack.trustStore()))));
        }
        return environment;
    }

    /** Runs it until it is ended; returns its exit code. */
    public static int run(Checkout checkout, Component service, Map<String, String> environment)
            throws IOException, InterruptedException {
        var maven = Optional.ofNullable(System.getenv("MAVEN")).orElse("mvn");
        var flags = Optional.ofNullable(environment.get("JAVA_TOOL_OPTIONS")).orElse("");
        var command = new ArrayList<>(List.of(maven, "-q", "-pl", service.name(), "quarkus:dev", "-Ddebug=false"));
        if (!flags.isEmpty()) {
            command.add("-Djvm.args=" + flags);
        }
        var builder =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        builder.environment().putAll(environment);
        // Maven itself must not go through the local Discord's proxy.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor();
    }
}
