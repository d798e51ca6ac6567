package dev.warren.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process as it was started, so that a later run can tell it from a stranger that was given the same pid.
 *
 * @param name what it is to us, such as {@code kafka}
 * @param pid the process id
 * @param startedAt the start time that the system reports for the process
 * @param marker a part of its command line that no foreign process has, such as its data directory
 */
public record ProcessRecord(String name, long pid, Instant startedAt, String marker) {
    /** The system derives start times from the boot time, which moves a little when the clock is adjusted. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    public ProcessRecord {
        requireNonNull(startedAt, "startedAt");
        requireOneLine("name", name);
        requireOneLine("marker", marker);
        if (pid < 1) {
            throw new IllegalArgumentException("pid must be positive: " + pid);
        }
    }

    /** Describes a process that runs now; one that has already ended is described with the present as start. */
    public static ProcessRecord of(String name, ProcessHandle process, String marker) {
        return new ProcessRecord(
                name, process.pid(), process.info().startInstant().orElseGet(Instant::now), marker);
    }

    /** The process, if it still runs and is really the one recorded: the pid, the start time and the command line agree. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::matches);
    }

    private boolean matches(ProcessHandle process) {
        var info = process.info();
        var sameStart = info.startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
        return sameStart
                && info.commandLine().map(line -> line.contains(marker)).orElse(false);
    }

    /** Writes the record, whole or not at all. */
    public void write(Path file) {
        try {
            Files.createDirectories(requireNonNull(file.getParent(), "file has no folder"));
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, List.of(name, Long.toString(pid), startedAt.toString(), marker), StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record process " + name + " in " + file, e);
        }
    }

    /** Reads a record back; empty if there is none or it cannot be read as one. */
    public static Optional<ProcessRecord> read(Path file) {
        try {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new ProcessRecord(
                            lines.get(0), Long.parseLong(lines.get(1)), Instant.parse(lines.get(2)), lines.get(3)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void requireOneLine(String field, String value) {
        if (value.isBlank() || value.contains("\n")) {
            throw new IllegalArgumentException(field + " must be one line with text: '" + value + "'");
        }
    }
}
