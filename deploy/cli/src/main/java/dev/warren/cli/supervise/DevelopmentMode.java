package dev.warren.cli.supervise;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.Endpoints;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.local.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A service in Quarkus' development mode, in place of the supervised one. */
public final class DevelopmentMode {
    private static final String JVM_FLAGS = "JAVA_TOOL_OPTIONS";

    private DevelopmentMode() {}

    /** What the service needs to take its place in the running stack, without what the environment has anyway. */
    public static Map<String, String> environment(
            Component service, int port, Settings settings, Endpoints endpoints, StackDirectory stack) {
        var environment = new LinkedHashMap<>(MemberTokenSecret.addedTo(
                Environments.ofService(service, port, settings, endpoints, stack.data(settings)), service, stack));
        environment.keySet().removeAll(settings.passedOn().keySet());
        if (service.name().equals(Components.GATEWAY)) {
            endpoints
                    .simulatorPort()
                    .ifPresent(simulator -> environment.put(
                            JVM_FLAGS, String.join(" ", Launches.gatewayFlags(simulator, stack.trustStore()))));
        }
        return environment;
    }

    /** What the service needs and nobody runs, by name. */
    public static List<String> missing(Component service, Settings settings, StackState state) {
        var there = Components.provided(settings);
        state.processes().forEach(process -> there.add(process.name()));
        return service.needs().stream().filter(need -> !there.contains(need)).toList();
    }

    /** Makes the service's databases unless they exist. */
    public static void prepare(Settings settings, Component service, Endpoints endpoints) {
        Components.databases(service)
                .forEach(database -> EmbeddedPostgres.ensureDatabase(
                        endpoints.databaseServer() + "/" + settings.adminDatabase(),
                        settings.databaseUser(),
                        settings.databasePassword(),
                        database));
    }

    /**
     * Starts it, together with the modules that it stands on, so that a change in any of them is taken over.
     *
     * @param maven how the line begins that calls Maven
     * @param environment what {@link #environment} gives
     */
    public static Process start(
            Checkout checkout, Component service, List<String> maven, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(maven);
        command.addAll(List.of(
                "-q",
                "-pl",
                service.name(),
                "-am",
                "-Dmaven.test.skip=true",
                // what is half written need not be tidy
                "-Dspotless.check.skip=true",
                "-Ddebug=false",
                "-Dquarkus.analytics.disabled=true",
                "-Dquarkus.test.continuous-testing=disabled",
                "-Djvm.args=" + jvmArguments(checkout, environment),
                // without this phase Maven does not find the classes that tests of several modules share
                "test-compile",
                "quarkus:dev"));
        var builder =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        builder.environment().putAll(environment);
        // Maven itself must not go through the local Discord's proxy.
        builder.environment().remove(JVM_FLAGS);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** The compiler runs inside the service's JVM there, and its plug-ins need what Maven's JVM opens to them. */
    private static String jvmArguments(Checkout checkout, Map<String, String> environment) throws IOException {
        var forCompiler = Files.readString(checkout.root().resolve(".mvn").resolve("jvm.config"));
        var forService = Optional.ofNullable(environment.get(JVM_FLAGS)).orElse("");
        return (forCompiler + " " + forService).strip().replaceAll("\\s+", " ");
    }

    /** How to call a Maven that can do it; none, after the reason was noted, when there is none to be had. */
    public static Optional<List<String>> maven(Checkout checkout, Consumer<String> note) throws InterruptedException {
        var system = Optional.ofNullable(System.getenv("MAVEN")).orElse("mvn");
        return new RecentMaven(checkout.root(), system, System.getProperty("java.home"), note).command();
    }
}
