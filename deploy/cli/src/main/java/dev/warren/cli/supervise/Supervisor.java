package dev.warren.cli.supervise;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.Endpoints;
import dev.warren.cli.stack.PortPlan;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Brings up one stack and keeps it up until it is stopped. */
final class Supervisor {
    private final Checkout checkout;
    private final StackDirectory stack;
    private final Settings settings;
    private final Events events;
    private final boolean attached;
    private volatile List<Supervised> processes = List.of();
    private volatile Phase phase = Phase.STARTING;
    private volatile String open = "";

    /** @param attached whether a person watches, who is shown what is not ready instead of having it all stopped */
    Supervisor(Checkout checkout, StackDirectory stack, Settings settings, Events events, boolean attached) {
        this.checkout = checkout;
        this.stack = stack;
        this.settings = settings;
        this.events = events;
        this.attached = attached;
    }

    /** Starts everything in order; the stack goes on running when this has returned {@link Start.Ready}. */
    Start start() throws InterruptedException {
        var deadline = Deadline.in(settings.startTimeout());
        Orphans.end(stack, events);
        var data = dataDirectory();
        var components = Components.select(settings.only(), Components.provided(settings), this::isBuilt);
        var plan = PortPlan.of(components, settings.portOffset());
        plan.notes().forEach(note -> events.note("", note));
        open = plan.find(Components.SIMULATOR)
                .map(port -> "http://localhost:" + port)
                .orElse("");
        var launches = new Launches(checkout, stack, settings, plan, data);
        processes = components.stream()
                .map(component -> supervised(component, plan.port(component), launches.of(component)))
                .toList();
        return start(deadline, Endpoints.of(settings, plan));
    }

    private Start start(Deadline deadline, Endpoints endpoints) throws InterruptedException {
        var servers = of(Component::isServer);
        var services = of(Component::isService);
        var others = of(component -> !component.isServer());
        begin(servers);
        var first = await(servers, deadline);
        if (first instanceof Start.Refused) {
            return first;
        }
        var prepared = prepare(services, endpoints, deadline);
        if (prepared.isPresent()) {
            return new Start.Refused(prepared.get(), 1);
        }
        begin(others);
        var second = await(others, deadline);
        switch (second) {
            case Start.Ready _ -> {
                enter(Phase.RUNNING);
                events.ready(open);
            }
            case Start.Refused _ -> {}
        }
        return second;
    }

    /** Nothing begins any more once the stop has begun. */
    private synchronized void begin(List<Supervised> begun) {
        if (phase != Phase.STOPPING) {
            begun.forEach(Supervised::begin);
        }
    }

    private synchronized void enter(Phase next) {
        if (phase != Phase.STOPPING) {
            phase = next;
        }
        writeState();
    }

    /** Databases and topics, before the first service looks for them. */
    private Optional<String> prepare(List<Supervised> services, Endpoints endpoints, Deadline deadline) {
        if (services.isEmpty()
                && of(component -> component.name().equals(Components.KAFKA)).isEmpty()) {
            return Optional.empty();
        }
        var problem = TopicCreation.run(endpoints.kafkaBootstrapServers(), deadline.left());
        if (problem.isPresent()) {
            return problem.map(text -> "Kafka at " + endpoints.kafkaBootstrapServers() + ": " + text);
        }
        try {
            services.forEach(service -> DevelopmentMode.prepare(settings, service.component(), endpoints));
        } catch (IllegalStateException e) {
            var cause = e.getCause();
            return Optional.of(e.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
        }
        events.step("", "topics and databases are there");
        return Optional.empty();
    }

    private Start await(List<Supervised> awaited, Deadline deadline) throws InterruptedException {
        for (var process : awaited) {
            var start = await(process, deadline);
            if (start instanceof Start.Refused) {
                return start;
            }
        }
        return new Start.Ready();
    }

    private Start await(Supervised process, Deadline deadline) throws InterruptedException {
        try {
            return process.firstStart().get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var line = "%s is not ready after %d s: %s"
                    .formatted(
                            process.component().name(),
                            settings.startTimeout().toSeconds(),
                            process.problem().orElse("it became so just now"));
            if (attached && !process.component().isServer()) {
                events.note(process.component().name(), line);
                return new Start.Ready();
            }
            return new Start.Refused(line, 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the supervision of a process failed", e);
        }
    }

    /** Whether it is being stopped, so that what does not become ready any more is no failure. */
    boolean isStopping() {
        return phase == Phase.STOPPING;
    }

    /** Stops all in order: first who speaks to people, last who keeps the data. Returns when all are gone. */
    void stop() {
        enter(Phase.STOPPING);
        stopTogether(of(component -> component.name().equals(Components.GATEWAY)));
        stopTogether(of(Component::isService));
        for (var name : List.of(
                Components.VIEWER, Components.SIMULATOR, Components.REDIS, Components.KAFKA, Components.POSTGRESQL)) {
            stopTogether(of(component -> component.name().equals(name)));
        }
        if (settings.ephemeral()) {
            Trash.throwAway(stack.ephemeralData());
        }
    }

    private void stopTogether(List<Supervised> stopped) {
        stopped.parallelStream()
                .filter(process -> process.hasBegun() && !process.isStopped())
                .forEach(process -> {
                    process.stop();
                    events.stopped(process.component().name(), "is stopped");
                });
    }

    private Supervised supervised(Component component, int port, Launch launch) {
        return new Supervised(component, port, launch, stack, events, Backoff.USUAL, this::writeState);
    }

    private List<Supervised> of(Predicate<Component> which) {
        return processes.stream()
                .filter(process -> which.test(process.component()))
                .toList();
    }

    private boolean isBuilt(Component component) {
        return Launches.isBuilt(checkout, component);
    }

    private Path dataDirectory() {
        Trash.throwAway(stack.ephemeralData());
        return settings.ephemeral()
                ? stack.ephemeralData()
                : settings.dataDirectory().orElseGet(stack::lastingData).toAbsolutePath();
    }

    private synchronized void writeState() {
        new StackState(phase, open, processes.stream().map(Supervised::state).toList()).write(stack.state());
    }

    /** The moment at which patience ends. */
    private record Deadline(long nanos) {
        static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        /** At least a moment, so that what is already done is still seen. */
        Duration left() {
            return Duration.ofNanos(Math.max(nanos - System.nanoTime(), 1_000_000));
        }
    }
}
