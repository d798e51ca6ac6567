package dev.warren.cli.supervise;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.Endpoints;
import dev.warren.cli.stack.PortPlan;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.local.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How each component of one stack is started. */
final class Launches {
    private final Checkout checkout;
    private final StackDirectory stack;
    private final Settings settings;
    private final PortPlan plan;
    private final Endpoints endpoints;
    private final Path data;

    Launches(Checkout checkout, StackDirectory stack, Settings settings, PortPlan plan, Path data) {
        this.checkout = checkout;
        this.stack = stack;
        this.settings = settings;
        this.plan = plan;
        this.endpoints = Endpoints.of(settings, plan);
        this.data = data;
    }

    Launch of(Component component) {
        var port = plan.port(component);
        return switch (component.kind()) {
            case POSTGRESQL -> new ServerLaunches.Postgres(server(component, port));
            case REDIS -> new ServerLaunches.Redis(server(component, port));
            case KAFKA ->
                new Program(
                        component.name(),
                        stack,
                        JavaCommands.kafka(checkout, port, data.resolve(component.name())),
                        settings.passedOn(),
                        () -> Probe.tcp(port));
            case SIMULATOR ->
                new Program(
                        component.name(),
                        stack,
                        JavaCommands.simulator(checkout, settings.localDiscordHeap()),
                        Environments.ofSimulator(
                                port, stack.discordFolder(), endpoints.viewerPort(), settings.passedOn()),
                        () -> Probe.http(port, "/control/v1/stats"));
            case VIEWER ->
                new Program(
                        component.name(),
                        stack,
                        JavaCommands.viewer(checkout),
                        Environments.ofViewer(port, endpoints.kafkaBootstrapServers(), settings.passedOn()),
                        () -> Probe.http(port, "/api/v1/status"));
            case SERVICE ->
                new Program(
                        component.name(),
                        stack,
                        JavaCommands.service(checkout, component, settings.serviceHeap(), flags(component)),
                        MemberTokenSecret.addedTo(
                                Environments.ofService(component, port, settings, endpoints, stack.data(settings)),
                                component,
                                stack),
                        () -> Probe.service(port));
        };
    }

    private ServerOptions server(Component component, int port) {
        return new ServerOptions(port, data.resolve(component.name()), stack.log(component.name()), true);
    }

    private List<String> flags(Component service) {
        var flags = new ArrayList<String>();
        if (settings.quickCompiler()) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        if (service.name().equals(Components.GATEWAY)) {
            endpoints.simulatorPort().ifPresent(simulator -> flags.addAll(gatewayFlags(simulator, stack.trustStore())));
        }
        return flags;
    }

    /** Leads the client library, which knows no other address than discord.com, to the local Discord. */
    static List<String> gatewayFlags(int simulatorPort, Path trustStore) {
        return List.of(
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + simulatorPort,
                "-Djavax.net.ssl.trustStore=" + trustStore,
                "-Djavax.net.ssl.trustStorePassword=changeit");
    }

    /** Whether the build has left what the component is started from. */
    static boolean isBuilt(Checkout checkout, Component component) {
        return switch (component.kind()) {
            case POSTGRESQL, REDIS, KAFKA -> true;
            case SIMULATOR -> JavaCommands.hasSimulator(checkout);
            case VIEWER -> JavaCommands.hasViewer(checkout);
            case SERVICE -> Files.exists(checkout.serviceJar(component));
        };
    }
}
