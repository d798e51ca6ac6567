package dev.warren.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a server listens and keeps its data.
 *
 * @param port the TCP port on loopback, 1 to 65535
 * @param dataDirectory made if it does not exist; what it holds from an earlier run is taken up again
 * @param logFile where a server that is a process of its own writes what it has to say; appended to
 * @param durable whether what the server has acknowledged must survive a crash (PostgreSQL fsync, Redis AOF); tests
 *     do without, for speed
 */
public record ServerOptions(int port, Path dataDirectory, Path logFile, boolean durable) {
    public ServerOptions {
        requireNonNull(dataDirectory, "dataDirectory");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 1 and 65535: " + port);
        }
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
    }

    /** Options for data that nobody misses: a free port, no fsync. */
    public static ServerOptions throwaway(Path dataDirectory) {
        var log = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
        return new ServerOptions(FreePorts.any(), dataDirectory, log, false);
    }
}
