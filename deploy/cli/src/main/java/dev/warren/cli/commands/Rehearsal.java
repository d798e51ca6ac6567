package dev.warren.cli.commands;

import dev.warren.cli.settings.Setting;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.PortPlan;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.Condition;
import dev.warren.cli.stack.StackState.Phase;
import dev.warren.cli.stack.StackState.ProcessState;
import dev.warren.cli.supervise.Probe;
import dev.warren.cli.terminal.Screen;
import dev.warren.local.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Does a little of what the commands do, without effect, so that the JVM's cache holds what they load. */
final class Rehearsal {
    private Rehearsal() {}

    static int run(Settings settings, Screen screen) {
        var plan = PortPlan.of(Components.select(List.of(), Set.of(), _ -> true), settings.portOffset());
        var processes = Components.all().stream()
                .map(component -> new ProcessState(component.name(), plan.port(component), 0, Condition.STARTING, 0))
                .toList();
        try {
            var file = Files.createTempFile("warren-rehearsal", ".json");
            new StackState(Phase.STARTING, "", processes).write(file);
            StackState.read(file)
                    .ifPresent(state -> screen.table(
                            List.of("SETTING", "VALUE"), List.of(List.of(Setting.DATABASE_URL.name(), state.open()))));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temporary file", e);
        }
        Probe.service(FreePorts.any());
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) "127.0.0.1:1"))) {
            return admin.metrics().isEmpty() ? 1 : 0;
        }
    }
}
