package dev.warren.cli.commands;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Endpoints;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.supervise.DevelopmentMode;
import dev.warren.cli.terminal.Screen;
import dev.warren.local.ProcessRecord;
import dev.warren.local.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code warren dev}: takes one service from the supervisor, runs it in development mode, and gives it back. */
final class Dev {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Checkout checkout;
    private final Screen screen;
    private volatile Optional<ProcessHandle> running = Optional.empty();

    Dev(Checkout checkout, Screen screen) {
        this.checkout = checkout;
        this.screen = screen;
    }

    int run(StackDirectory stack, Component service, Settings settings, boolean onlyEnvironment) {
        var state = StackState.read(stack.state()).orElseThrow();
        var missing = DevelopmentMode.missing(service, settings, state);
        if (!missing.isEmpty()) {
            screen.problem(
                    "%s needs %s, which this stack does not run: \"warren up\" starts all, and --only can name it"
                            .formatted(service.name(), String.join(" and ", missing)));
            return 1;
        }
        if (!Files.exists(checkout.root().resolve(service.name()).resolve("pom.xml"))) {
            screen.problem(service.name() + " is not built yet: this checkout has no such folder");
            return 1;
        }
        var known = state.ports().find(service.name());
        var port = known.orElse(service.basePort() + stack.offset());
        var endpoints = Endpoints.of(settings, state.ports());
        var environment = DevelopmentMode.environment(service, port, settings, endpoints, stack);
        try {
            var maven = onlyEnvironment
                    ? Optional.of(List.<String>of())
                    : DevelopmentMode.maven(checkout, text -> screen.note("", text));
            if (maven.isEmpty()) {
                return 1;
            }
            DevelopmentMode.prepare(settings, service, endpoints);
            take(stack, service, known.isPresent());
            return onlyEnvironment ? show(service, environment) : develop(service, maven.get(), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(service.name() + " cannot be run in development mode", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The supervisor leaves the service alone from here on until this command ends, however it ends. */
    private void take(StackDirectory stack, Component service, boolean supervised) throws IOException {
        var handedOver = stack.handedOver(service.name());
        Files.writeString(handedOver, "");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> giveBack(handedOver), "give-back"));
        if (supervised) {
            ProcessRecord.read(stack.processRecord(service.name()))
                    .flatMap(ProcessRecord::find)
                    .ifPresent(process -> Processes.end(process, Processes.Request.TERMINATE, PATIENCE));
        }
    }

    private int show(Component service, Map<String, String> environment) throws InterruptedException {
        environment.forEach((name, value) -> screen.line(name + "=" + value));
        screen.line("# " + service.name() + " is yours until Ctrl-C");
        new CountDownLatch(1).await();
        return 0;
    }

    private int develop(Component service, List<String> maven, Map<String, String> environment)
            throws IOException, InterruptedException {
        screen.line(
                service.name() + " starts in development mode; a change is taken over with the next record or request"
                        + " that it gets. Ctrl-C gives it back.");
        var process = DevelopmentMode.start(checkout, service, maven, environment);
        running = Optional.of(process.toHandle());
        return process.waitFor();
    }

    /** Only when the port is free again may the supervised service come back to it. */
    private void giveBack(Path handedOver) {
        running.ifPresent(maven -> {
            var all = Stream.concat(Stream.of(maven), maven.descendants()).toList();
            all.forEach(process -> Processes.end(process, Processes.Request.TERMINATE, PATIENCE));
        });
        try {
            Files.deleteIfExists(handedOver);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give a service back", e);
        }
    }
}
