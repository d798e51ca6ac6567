package dev.warren.benchmarks.leveling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The packaged service in a JVM of its own, as the stack runs it, until it has stored all facts.
 *
 * @param perSecond facts, from the first that was stored to the last
 * @param residentAtRest what the process had in RAM before it had stored any, in MiB
 * @param resident the most that it ever had, in MiB
 * @param rows what stands then, over the columns that follow from the facts
 */
record Drain(double perSecond, double residentAtRest, double resident, Checksum rows) {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms24m",
            "-Xmx80m",
            "-Xss512k");
    private static final double KIBIBYTES = 1_024;

    /** Stores them and ends the service. */
    static Drain run(Path root, Map<String, String> environment, Connection database, long count)
            throws IOException, SQLException, InterruptedException {
        var jar = root.resolve("leveling-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("the service is not built: " + jar);
        }
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        var said = Files.createTempFile("warren-bench-leveling", ".log");
        said.toFile().deleteOnExit();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        var service = builder.start();
        // an interrupted bench leaves nothing behind
        var ending = new Thread(service::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            awaitSchema(database, service);
            double atRest = resident(service, "VmRSS");
            long begun = await(database, 1, service);
            long start = System.nanoTime();
            await(database, count, service);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Drain((count - begun) / seconds, atRest, resident(service, "VmHWM"), Checksum.of(database));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + ", its log ends with " + last(said), e);
        } finally {
            service.destroy();
            if (!service.waitFor(30, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }

    private static String last(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.isEmpty() ? "nothing" : lines.getLast();
    }

    private static void awaitSchema(Connection database, Process service) throws SQLException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (number(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'consumed_offset'") == 0) {
            pause(service, giveUpAt);
        }
    }

    private static long await(Connection database, long wanted, Process service) throws SQLException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long stored = number(
                    database,
                    "SELECT coalesce(sum(next_offset), 0) FROM consumed_offset WHERE topic = 'discord.facts'");
            if (stored >= wanted) {
                return stored;
            }
            pause(service, giveUpAt);
        }
    }

    private static void pause(Process service, long giveUpAt) {
        if (!service.isAlive() || System.nanoTime() > giveUpAt) {
            throw new IllegalStateException("the service did not store all facts; alive: " + service.isAlive());
        }
        LockSupport.parkNanos(POLL.toNanos());
    }

    static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double resident(Process service, String what) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                        .filter(line -> line.startsWith(what + ":"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElseThrow()
                / KIBIBYTES;
    }
}
