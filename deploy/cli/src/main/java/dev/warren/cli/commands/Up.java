package dev.warren.cli.commands;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.supervise.Event;
import dev.warren.cli.supervise.Event.Kind;
import dev.warren.cli.supervise.Follower;
import dev.warren.cli.supervise.Supervision;
import dev.warren.cli.terminal.Screen;
import dev.warren.local.Processes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** {@code warren up}: has a supervisor start the stack, shows what it tells, and stops it on Ctrl-C. */
final class Up {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final AtomicBoolean asked = new AtomicBoolean();
    private final Checkout checkout;
    private final Screen screen;

    Up(Checkout checkout, Screen screen) {
        this.checkout = checkout;
        this.screen = screen;
    }

    int run(Settings settings, boolean detach) {
        var stack = new StackDirectory(checkout.root(), settings.portOffset());
        var running = stack.supervisor();
        if (running.isPresent() && !isLeaving(stack, running.get())) {
            screen.problem(
                    "this stack already runs (supervisor pid %d): see \"warren status\", stop it with \"warren down\", or choose another --port-offset"
                            .formatted(running.get().pid()));
            return 1;
        }
        var follower = detach ? Optional.<ProcessHandle>empty() : Optional.of(ProcessHandle.current());
        var supervisor = Supervision.launch(checkout, stack, settings, follower);
        var hook = new Thread(() -> stop(supervisor), "stop-stack");
        Runtime.getRuntime().addShutdownHook(hook);
        var exitCode = follow(stack, supervisor, settings, detach);
        if (exitCode == 0 && detach) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        return exitCode;
    }

    private int follow(StackDirectory stack, ProcessHandle supervisor, Settings settings, boolean detach) {
        var failure = new AtomicInteger(-1);
        var ready = new Follower(stack.events(), supervisor).follow(event -> {
            show(event, stack, settings);
            if (event.kind() == Kind.FAILED) {
                failure.set(event.exitCode());
            }
            return !(detach && event.kind() == Kind.READY);
        });
        if (ready) {
            return 0;
        }
        if (failure.get() < 0 && !asked.get()) {
            screen.problem("the supervisor has ended: see " + stack.log(StackDirectory.SUPERVISOR));
        }
        return Math.max(failure.get(), 1);
    }

    private void show(Event event, StackDirectory stack, Settings settings) {
        switch (event.kind()) {
            case STEP, STOPPED -> screen.step(event.subject(), event.text(), event.millis());
            case NOTE -> screen.note(event.subject(), event.text());
            case FAILED -> screen.problem(event.text());
            case READY ->
                StackState.read(stack.state()).ifPresent(state -> {
                    screen.line("");
                    screen.table(
                            List.of("NAME", "PORT", "PID", "ADDRESS"),
                            state.processes().stream().map(Up::row).toList());
                    screen.line("");
                    screen.line(
                            state.open().isEmpty()
                                    ? settings.discordToken().isPresent()
                                            ? "Serves Discord with the token that is set."
                                            : "Runs without Discord."
                                    : "Open " + state.open());
                });
        }
    }

    private static List<String> row(StackState.ProcessState process) {
        var scheme = switch (process.name()) {
            case "kafka" -> "";
            case "postgresql" -> "postgresql://";
            case "redis" -> "redis://";
            default -> "http://";
        };
        return Stream.of(process.name(), process.port(), process.pid(), scheme + "127.0.0.1:" + process.port())
                .map(String::valueOf)
                .toList();
    }

    /** A supervisor whose follower was killed is about to stop its stack: it is waited for, not complained about. */
    private static boolean isLeaving(StackDirectory stack, ProcessHandle supervisor) {
        return Supervision.isLeaving(stack, supervisor) && Processes.hasEnded(supervisor, STOP_PATIENCE);
    }

    private void stop(ProcessHandle supervisor) {
        asked.set(true);
        supervisor.destroy();
        Processes.hasEnded(supervisor, STOP_PATIENCE);
    }
}
