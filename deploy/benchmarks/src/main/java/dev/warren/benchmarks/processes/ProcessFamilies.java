package dev.warren.benchmarks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Processes that somebody named, each with its descendants. A descendant belongs to the nearest of the named ones: what a supervisor has
 * started is not the supervisor's when it has a name of its own.
 *
 * @param heads process ids by name
 * @param wanted the names whose families are counted; the others only keep theirs apart
 */
public record ProcessFamilies(Map<String, Long> heads, Predicate<String> wanted) {
    private static final Path PROC = Path.of("/proc");
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");
    private static final long BYTES_PER_KILOBYTE = 1024;

    public ProcessFamilies {
        heads = Map.copyOf(heads);
        heads.forEach((name, pid) -> {
            if (pid < 1) {
                throw new IllegalArgumentException("pid of " + name + " must be positive: " + pid);
            }
        });
    }

    /** The JVM that asks. */
    public static ProcessFamilies current() {
        return new ProcessFamilies(Map.of("bench", ProcessHandle.current().pid()), _ -> true);
    }

    /**
     * User and system time that each family has used so far. A child that ended and was waited for is not lost: its time is in its
     * parent's. The system counts in steps of 10 ms.
     *
     * @throws IllegalStateException when a head is gone
     */
    public Usage processorTime() {
        return new Usage(collect(ProcStat::used, Duration.ZERO, Duration::plus));
    }

    /**
     * The memory that each family has in RAM, in bytes; what processes share counts in parts (PSS).
     *
     * @throws IllegalStateException when a head is gone
     * @throws UncheckedIOException when the system does not tell this user
     */
    public Map<String, Long> residentBytes() {
        return collect(process -> residentBytes(PROC, process.pid()), 0L, Long::sum);
    }

    private <T> Map<String, T> collect(Function<ProcStat, T> value, T zero, BinaryOperator<T> sum) {
        var all = ProcessHandle.allProcesses()
                .flatMap(process -> ProcStat.read(PROC, process.pid()).stream())
                .toList();
        var found = assign(all, heads);
        var collected = new LinkedHashMap<String, T>();
        heads.keySet().stream().filter(wanted).sorted().forEach(name -> collected.put(name, zero));
        found.forEach((process, name) -> {
            if (wanted.test(name)) {
                collected.merge(name, value.apply(process), sum);
            }
        });
        return collected;
    }

    /** To which head each process belongs; those that belong to none are left out. */
    static Map<ProcStat, String> assign(Collection<ProcStat> all, Map<String, Long> heads) {
        var byPid = all.stream().collect(Collectors.toMap(ProcStat::pid, Function.identity(), (one, _) -> one));
        var names = new LinkedHashMap<Long, String>();
        heads.forEach((name, pid) -> {
            if (!byPid.containsKey(pid)) {
                throw new IllegalStateException(name + " is gone: there is no process " + pid);
            }
            names.put(pid, name);
        });
        var assigned = new LinkedHashMap<ProcStat, String>();
        for (var process : byPid.values()) {
            var ancestor = Optional.of(process);
            while (ancestor.isPresent() && !names.containsKey(ancestor.get().pid())) {
                ancestor = Optional.ofNullable(byPid.get(ancestor.get().parent()));
            }
            ancestor.map(head -> names.get(head.pid())).ifPresent(name -> assigned.put(process, name));
        }
        return assigned;
    }

    static long residentBytes(Path proc, long pid) {
        var folder = proc.resolve(Long.toString(pid));
        try {
            var found = PSS.matcher(Files.readString(folder.resolve("smaps_rollup")));
            return found.find() ? Long.parseLong(found.group(1)) * BYTES_PER_KILOBYTE : 0;
        } catch (IOException e) {
            // A process that has just ended has no memory; its file cannot be read even while its folder is still
            // there.
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return 0;
            }
            throw new UncheckedIOException("cannot read the memory of process " + pid, e);
        }
    }
}
