package dev.warren.cli.commands;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.ProcessState;
import dev.warren.cli.supervise.DevelopmentMode;
import dev.warren.cli.terminal.Screen;
import dev.warren.local.ProcessRecord;
import dev.warren.local.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** {@code warren dev}: takes one service from the supervisor, runs it in development mode, and gives it back. */
final class Dev {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Checkout checkout;
    private final Screen screen;

    Dev(Checkout checkout, Screen screen) {
        this.checkout = checkout;
        this.screen = screen;
    }

    int run(StackDirectory stack, Component service, Settings settings, boolean onlyEnvironment) {
        var state = StackState.read(stack.state());
        var known = state.stream()
                .flatMap(read -> read.processes().stream())
                .anyMatch(process -> process.name().equals(service.name()));
        var port = state.stream()
                .flatMap(read -> read.processes().stream())
                .filter(process -> process.name().equals(service.name()))
                .map(ProcessState::port)
                .findFirst()
                .orElse(service.basePort() + stack.offset());
        var environment = DevelopmentMode.environment(service, port, settings, state.orElseThrow(), stack);
        var handedOver = stack.handedOver(service.name());
        try {
            Files.writeString(handedOver, "");
            var giveBack = new Thread(() -> delete(handedOver), "give-back");
            Runtime.getRuntime().addShutdownHook(giveBack);
            if (known) {
                ProcessRecord.read(stack.processRecord(service.name()))
                        .flatMap(ProcessRecord::find)
                        .ifPresent(process -> Processes.end(process, Processes.Request.TERMINATE, PATIENCE));
            }
            if (onlyEnvironment) {
                environment.forEach((name, value) -> screen.line(name + "=" + value));
                screen.line("# " + service.name() + " is yours until Ctrl-C");
                new CountDownLatch(1).await();
            }
            return DevelopmentMode.run(checkout, service, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(service.name() + " cannot be run in development mode", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give a service back", e);
        }
    }
}
