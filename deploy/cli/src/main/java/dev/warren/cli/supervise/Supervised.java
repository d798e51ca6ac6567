package dev.warren.cli.supervise;

import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState.Condition;
import dev.warren.cli.stack.StackState.ProcessState;
import dev.warren.local.ProcessRecord;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One process over its lifetimes: started, watched until it is ready, started again when it dies. It lives in one
 * virtual thread, which alone changes its state.
 */
final class Supervised {
    /** A service that ends with this code has a setting that a restart does not mend (EX_CONFIG of sysexits.h). */
    static final int WRONG_SETTING = 78;

    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Component component;
    private final int port;
    private final Launch launch;
    private final StackDirectory stack;
    private final Events events;
    private final Backoff backoff;
    private final Runnable changed;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Start> firstStart = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile ProcessState state;
    private volatile boolean begun;
    private volatile Optional<Launch.Running> running = Optional.empty();

    Supervised(
            Component component,
            int port,
            Launch launch,
            StackDirectory stack,
            Events events,
            Backoff backoff,
            Runnable changed) {
        this.component = component;
        this.port = port;
        this.launch = launch;
        this.stack = stack;
        this.events = events;
        this.backoff = backoff;
        this.changed = changed;
        this.state = new ProcessState(component.name(), port, 0, Condition.STARTING, 0);
    }

    Component component() {
        return component;
    }

    ProcessState state() {
        return state;
    }

    /** Completed when the process is ready for the first time, or will never be. */
    CompletableFuture<Start> firstStart() {
        return firstStart;
    }

    /** What keeps it from being ready now. */
    Optional<String> problem() {
        return launch.problem();
    }

    boolean hasBegun() {
        return begun;
    }

    boolean isStopped() {
        return state.condition() == Condition.STOPPED;
    }

    void begin() {
        begun = true;
        Thread.ofVirtual().name("supervise-" + component.name()).start(() -> {
            try {
                live();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                firstStart.complete(new Start.Refused(component.name() + ": " + reason(e), 1));
                events.note(component.name(), "is given up: " + reason(e));
            } finally {
                firstStart.complete(new Start.Refused(component.name() + " was stopped", 1));
                ended.complete(null);
            }
        });
    }

    /** Ends the process in order, and returns when it is gone. */
    void stop() {
        stop.countDown();
        running.ifPresent(Launch.Running::stop);
        ended.join();
        become(Condition.STOPPED, 0);
    }

    private void live() throws InterruptedException {
        var deaths = 0;
        while (!stopping()) {
            awaitReturn();
            var from = System.nanoTime();
            var process = startOnce();
            watchUntilReady(process);
            var code = process.exitCode();
            running = Optional.empty();
            process.stop();
            if (stopping()) {
                return;
            }
            if (isHandedOver()) {
                events.note(component.name(), "is handed over");
                continue;
            }
            if (code == WRONG_SETTING) {
                refuse();
                return;
            }
            deaths = backoff.count(deaths, Duration.ofNanos(System.nanoTime() - from));
            var wait = backoff.after(deaths);
            events.note(
                    component.name(),
                    "ended%s; it is started again in %.1f s"
                            .formatted(
                                    code == 0 || !component.isService() ? "" : " with code " + code,
                                    wait.toMillis() / 1000.0));
            state = new ProcessState(component.name(), port, 0, Condition.RESTARTING, state.restarts() + 1);
            changed.run();
            stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Launch.Running startOnce() {
        var process = launch.start();
        running = Optional.of(process);
        ProcessRecord.of(component.name(), process.process(), process.marker())
                .write(stack.processRecord(component.name()));
        become(Condition.STARTING, process.process().pid());
        if (stopping()) {
            process.stop();
        }
        return process;
    }

    private void watchUntilReady(Launch.Running process) throws InterruptedException {
        while (process.process().isAlive() && !stopping()) {
            if (launch.problem().isEmpty()) {
                become(Condition.READY, process.process().pid());
                events.step(component.name(), state.restarts() == 0 ? "is ready" : "is ready again");
                firstStart.complete(new Start.Ready());
                return;
            }
            stop.await(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits while somebody else runs this process. */
    private void awaitReturn() throws InterruptedException {
        if (isHandedOver()) {
            become(Condition.HANDED_OVER, 0);
        }
        while (isHandedOver() && !stopping()) {
            stop.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isHandedOver() {
        return Files.exists(stack.handedOver(component.name()));
    }

    private void refuse() {
        become(Condition.REFUSED, 0);
        var line = component.name() + ": " + LogTail.lastMeaningfulLine(stack.log(component.name()));
        events.note(component.name(), "stopped over a setting and is not started again: " + line);
        firstStart.complete(new Start.Refused(line, WRONG_SETTING));
    }

    private void become(Condition condition, long pid) {
        state = new ProcessState(component.name(), port, pid, condition, state.restarts());
        changed.run();
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private static String reason(Throwable error) {
        var text = String.valueOf(error.getMessage());
        var cause = error.getCause();
        return cause == null ? text : text + ": " + cause.getMessage();
    }
}
