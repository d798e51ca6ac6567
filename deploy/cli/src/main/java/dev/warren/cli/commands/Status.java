package dev.warren.cli.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.Condition;
import dev.warren.cli.stack.StackState.Phase;
import dev.warren.cli.stack.StackState.ProcessState;
import dev.warren.cli.supervise.Probe;
import dev.warren.cli.terminal.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code warren status}: what runs and how it is, asked at this moment. */
final class Status {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String READY = "ready";

    private final Screen screen;

    Status(Screen screen) {
        this.screen = screen;
    }

    /**
     * One process.
     *
     * @param health ready, down, starting, restarting, refused, handed-over or stopped
     * @param lag records that wait for the service; absent for what is no consumer, or while Kafka does not tell
     */
    record Line(
            String name,
            long pid,
            int port,
            String health,
            @Nullable Long lag) {}

    /** All of a stack. */
    record Report(boolean ready, List<Line> processes) {}

    int runNothing() {
        screen.line(json(new Report(false, List.of())));
        return 1;
    }

    int run(StackDirectory stack, Settings settings, boolean asJson) {
        var state = StackState.read(stack.state()).orElse(new StackState(Phase.STARTING, "", List.of()));
        var lags = kafka(state, settings).map(Lags::read).orElse(Map.of());
        var lines = state.processes().parallelStream()
                .map(process -> line(process, lags))
                .toList();
        var ready = state.phase() == Phase.RUNNING
                && lines.stream().allMatch(line -> line.health().equals(READY));
        if (asJson) {
            screen.line(json(new Report(ready, lines)));
        } else {
            show(stack, state, lines, ready);
        }
        return ready ? 0 : 1;
    }

    private static Line line(ProcessState process, Map<String, Long> lags) {
        var component = Components.named(process.name()).orElseThrow();
        var lag = component.isService() && !lags.isEmpty() ? lags.getOrDefault(process.name(), 0L) : null;
        return new Line(process.name(), process.pid(), process.port(), health(component, process), lag);
    }

    private static String health(Component component, ProcessState process) {
        return switch (process.condition()) {
            case STARTING, RESTARTING, REFUSED, HANDED_OVER, STOPPED -> word(process.condition());
            case READY -> {
                var problem = component.isService() ? Probe.service(process.port()) : Probe.tcp(process.port());
                yield problem.isEmpty() ? READY : "down";
            }
        };
    }

    private static String word(Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the Kafka of a stack is; none while it is not ready. */
    static Optional<String> kafka(StackDirectory stack, Settings settings) {
        return StackState.read(stack.state()).flatMap(state -> kafka(state, settings));
    }

    private static Optional<String> kafka(StackState state, Settings settings) {
        return settings.kafkaBootstrapServers()
                .or(() -> state.processes().stream()
                        .filter(process -> process.name().equals(Components.KAFKA))
                        .filter(process -> process.condition() == Condition.READY)
                        .map(process -> "127.0.0.1:" + process.port())
                        .findFirst());
    }

    private void show(StackDirectory stack, StackState state, List<Line> lines, boolean ready) {
        screen.table(
                List.of("NAME", "PORT", "PID", "HEALTH", "LAG"),
                lines.stream()
                        .map(line -> List.of(
                                line.name(),
                                Integer.toString(line.port()),
                                Long.toString(line.pid()),
                                line.health(),
                                line.lag() == null ? "" : line.lag().toString()))
                        .toList());
        screen.line("");
        screen.line((ready ? "Ready" : "Not ready") + ", port offset " + stack.offset()
                + (state.open().isEmpty() ? "" : ", " + state.open()));
    }

    private static String json(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }
}
