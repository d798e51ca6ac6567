package dev.warren.cli.supervise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JVM is called.
 *
 * @param flags for the JVM
 * @param target what to run: a jar or a class path with a class, and its arguments
 * @param cache the AOT cache, used while it fits
 */
record JavaCommand(List<String> flags, List<String> target, Cache cache) {
    /** What every process here is started with. Serial GC and small heaps: many JVMs share few cores. */
    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:-UsePerfData",
            // A cache that does not fit is no trouble worth a line in every log.
            "-Xlog:aot*=off",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /** The command line of a run; the marker comes first, since the system shows only the beginning of long lines. */
    List<String> line(String marker) {
        var line = new ArrayList<String>(List.of(executable().toString(), marker));
        if (cache.isFresh()) {
            line.add("-XX:AOTCache=" + cache.file());
        }
        return complete(line);
    }

    /** The command line of the run that the cache is made from. */
    List<String> training(Path output) {
        var line = new ArrayList<String>(List.of(executable().toString(), "-XX:AOTCacheOutput=" + output));
        line.add("-Dwarren.train=true");
        return complete(line);
    }

    private List<String> complete(List<String> line) {
        line.addAll(COMMON);
        line.addAll(flags);
        line.addAll(target);
        return List.copyOf(line);
    }

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
