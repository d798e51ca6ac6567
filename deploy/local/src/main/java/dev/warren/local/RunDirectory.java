package dev.warren.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A throw-away folder of this JVM with the records of the processes it started. Closing it deletes it; what a killed
 * JVM left (its folder and its processes) is swept when the next one opens its own.
 */
public final class RunDirectory implements AutoCloseable {
    private static final String OWNER = "owner.process";
    private static final String SUFFIX = ".process";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /** Opens a new folder below {@code parent} after sweeping the folders there whose JVM is gone. */
    public static RunDirectory open(Path parent) {
        sweep(parent);
        try {
            Files.createDirectories(parent);
            var self = ProcessHandle.current();
            var path =
                    Files.createTempDirectory(parent, "run-" + self.pid() + "-").toAbsolutePath();
            ProcessRecord.of("owner", self, "java").write(path.resolve(OWNER));
            return new RunDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for servers below " + parent, e);
        }
    }

    /** The folder below the system's temporary folder that this user's throw-away runs share. */
    public static Path sharedParent() {
        return Path.of(System.getProperty("java.io.tmpdir"), "warren-" + System.getProperty("user.name"));
    }

    public Path path() {
        return path;
    }

    /** Remembers a process that must not outlive this folder. Its command line must contain {@code marker}. */
    public void record(String name, ProcessHandle process, String marker) {
        ProcessRecord.of(name, process, marker).write(path.resolve(name + SUFFIX));
    }

    /** Ends what was recorded and still runs, and deletes the folder. */
    @Override
    public void close() {
        endAndDelete(path);
    }

    private static void sweep(Path parent) {
        try (var folders = Files.isDirectory(parent) ? Files.newDirectoryStream(parent, "run-*") : null) {
            if (folders == null) {
                return;
            }
            for (var folder : folders) {
                var owner = ProcessRecord.read(folder.resolve(OWNER));
                if (owner.isPresent() && owner.get().find().isEmpty()) {
                    endAndDelete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for old runs in " + parent, e);
        }
    }

    private static void endAndDelete(Path folder) {
        for (var file : records(folder)) {
            ProcessRecord.read(file)
                    .flatMap(ProcessRecord::find)
                    .ifPresent(process -> Processes.end(process, Processes.Request.INTERRUPT, PATIENCE));
        }
        delete(folder);
    }

    private static List<Path> records(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> !file.endsWith(OWNER))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Deletes a folder with all it holds. Somebody else may be deleting it too, hence no complaint about what is gone. */
    public static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(RunDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "a temporary folder could not be deleted whole", e);
        }
    }
}
