package dev.warren.cli.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a stack consists of at the moment, as its supervisor writes it down for the other commands.
 *
 * @param phase how far the stack is
 * @param open the address for a person to open
 * @param processes in the order of their start
 */
public record StackState(Phase phase, String open, List<ProcessState> processes) {
    private static final JsonMapper JSON = new JsonMapper();

    public StackState {
        processes = List.copyOf(processes);
    }

    /** How far a stack is. */
    public enum Phase {
        STARTING,
        RUNNING,
        STOPPING
    }

    /** How far a process is. */
    public enum Condition {
        STARTING,
        READY,
        RESTARTING,
        /** It ended for a reason that a restart does not mend. */
        REFUSED,
        /** Somebody else runs it, in development mode. */
        HANDED_OVER,
        STOPPED
    }

    /** @param pid 0 while there is no process */
    public record ProcessState(String name, int port, long pid, Condition condition, int restarts) {}

    /** The port of each process, by name. */
    public PortPlan ports() {
        return new PortPlan(
                processes.stream().collect(Collectors.toMap(ProcessState::name, ProcessState::port)), List.of());
    }

    /** Writes the state, whole or not at all. */
    public void write(Path file) {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(draft.toFile(), this);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the stack's state to " + file, e);
        }
    }

    /** The state as last written; none where no stack has run. */
    public static Optional<StackState> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), StackState.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stack's state from " + file, e);
        }
    }
}
