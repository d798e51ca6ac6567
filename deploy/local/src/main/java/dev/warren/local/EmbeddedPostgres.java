package dev.warren.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL 18 server as a process of its own, reachable from loopback only; as root it runs in a user namespace. */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The only role; trust authentication on loopback makes its password a formality. */
    public static final String USER = "postgres";

    public static final String PASSWORD = "postgres";

    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final ProcessHandle process;
    private final Path dataDirectory;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, ProcessHandle process, Path dataDirectory) {
        this.server = server;
        this.process = process;
        this.dataDirectory = dataDirectory;
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @throws UncheckedIOException if it cannot be started, within a minute
     */
    public static EmbeddedPostgres start(ServerOptions options) {
        QuietLogs.install();
        try {
            var data = Files.createDirectories(options.dataDirectory());
            var onOff = options.durable() ? "on" : "off";
            var log = ProcessBuilder.Redirect.appendTo(options.logFile().toFile());
            var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setPort(options.port())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            RunDirectory.sharedParent().resolve("postgres").toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_WAIT)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // No socket file in the temporary folder, where another user's may be in the way.
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("fsync", onOff)
                    .setServerConfig("full_page_writes", onOff)
                    .setServerConfig("synchronous_commit", onOff)
                    .start();
            return new EmbeddedPostgres(server, process(data), data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + options.dataDirectory(), e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The server's main process, which the tool that starts it leaves behind in a session of its own. */
    public ProcessHandle process() {
        return process;
    }

    private static ProcessHandle process(Path data) throws IOException {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            var pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IOException("PostgreSQL has ended at once"));
        }
    }

    /** Part of the server's command line and of no other's. */
    public String marker() {
        return dataDirectory.toString();
    }

    /** {@code postgresql://host:port/database}, as services take it. */
    public String url(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Makes a database unless it exists. */
    public void ensureDatabase(String database) {
        ensureDatabase(url("postgres"), USER, PASSWORD, database);
    }

    /**
     * Makes a database on any server unless it exists.
     *
     * @param adminUrl a database that exists there, as {@code postgresql://host:port/database}
     * @throws IllegalStateException if the server refuses or cannot be reached
     */
    public static void ensureDatabase(String adminUrl, String user, String password, String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "database must be lower-case letters, digits and underscores, at most 63: " + database);
        }
        try (var connection = DriverManager.getConnection("jdbc:" + adminUrl, user, password);
                var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
            try (var create = connection.createStatement()) {
                create.execute("CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make database " + database + " at " + adminUrl, e);
        }
    }

    /** Fast shutdown: open transactions are rolled back, the data is left clean. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
        Processes.end(process, Processes.Request.INTERRUPT, STOP_WAIT);
    }
}
