package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.stack.StackProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the gateway has in memory.
 *
 * @param heapMebibytes used of the heap, with what is garbage and not yet collected
 * @param heapMostMebibytes what the heap may grow to
 * @param residentMebibytes of the whole process (VmRSS)
 */
public record GatewayMemory(double heapMebibytes, double heapMostMebibytes, double residentMebibytes) {
    private static final Pattern HEAP =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*\\} ([0-9.E+]+)$");
    private static final Pattern HEAP_MOST =
            Pattern.compile("(?m)^jvm_memory_max_bytes\\{[^}]*area=\"heap\"[^}]*\\} ([0-9.E+]+)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final double KIBIBYTES = 1024;

    /** Asks it now. What it does not answer in time counts as nothing. */
    static GatewayMemory now(StackProcesses processes) {
        var metrics = processes.get(StackProcesses.GATEWAY, "/q/metrics").orElse("");
        var pid = processes.awaitHandle(StackProcesses.GATEWAY).pid();
        return new GatewayMemory(
                sum(HEAP, metrics) / MEBIBYTE,
                sum(HEAP_MOST, metrics) / MEBIBYTE,
                sum(RESIDENT, status(pid)) / KIBIBYTES);
    }

    /** The larger of both, in each respect. */
    GatewayMemory or(GatewayMemory other) {
        return new GatewayMemory(
                Math.max(heapMebibytes, other.heapMebibytes),
                Math.max(heapMostMebibytes, other.heapMostMebibytes),
                Math.max(residentMebibytes, other.residentMebibytes));
    }

    private static double sum(Pattern value, String text) {
        return value.matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static String status(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the memory of process " + pid, e);
        }
    }

    @Override
    public String toString() {
        return "heap %.0f of %.0f MiB, resident %.0f MiB"
                .formatted(heapMebibytes, heapMostMebibytes, residentMebibytes);
    }
}
