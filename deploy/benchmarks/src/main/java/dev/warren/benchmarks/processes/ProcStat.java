package dev.warren.benchmarks.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A line of {@code /proc/<pid>/stat}, see proc_pid_stat(5).
 *
 * @param parent the parent's process id
 * @param used user and system time of the process, and of those of its children that have ended and were waited for
 */
record ProcStat(long pid, long parent, Duration used) {
    /** USER_HZ: 100 on every architecture that Linux runs on today. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /** Empty when there is no such process any more. */
    static Optional<ProcStat> read(Path proc, long pid) {
        try {
            var bytes = Files.readAllBytes(proc.resolve(Long.toString(pid)).resolve("stat"));
            return Optional.of(parse(new String(bytes, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name in parentheses may hold anything, also blanks and parentheses; all that follows the last one are numbers. */
    static ProcStat parse(String line) {
        var afterName = line.lastIndexOf(')');
        if (afterName < 0) {
            throw new IllegalArgumentException("line must have a name in parentheses: " + line);
        }
        var fields = line.substring(afterName + 2).split(" ", -1);
        var ticks = Long.parseLong(fields[USER])
                + Long.parseLong(fields[SYSTEM])
                + Long.parseLong(fields[CHILDREN_USER])
                + Long.parseLong(fields[CHILDREN_SYSTEM]);
        return new ProcStat(
                Long.parseLong(line.substring(0, line.indexOf(' '))),
                Long.parseLong(fields[PARENT]),
                Duration.ofMillis(ticks * MILLIS_PER_TICK));
    }
}
