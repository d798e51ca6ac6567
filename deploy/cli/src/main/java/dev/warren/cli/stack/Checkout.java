package dev.warren.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/**
 * Where the build puts what is run.
 *
 * @param root the folder with the parent POM
 */
public record Checkout(Path root) {
    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The checkout that {@code warren} was called in: the property {@code warren.root}, which the script sets. */
    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty("warren.root", ".")));
    }

    public Path serviceFolder(Component service) {
        return root.resolve(service.name()).resolve("target/quarkus-app");
    }

    public Path serviceJar(Component service) {
        return serviceFolder(service).resolve("quarkus-run.jar");
    }

    public Path cliFolder() {
        return root.resolve("deploy/cli/target");
    }

    public Path simulatorJar() {
        return root.resolve("deploy/discord-simulator/target");
    }

    public Path benchmarksFolder() {
        return root.resolve("deploy/benchmarks/target");
    }

    /** The newest change of any file below a folder, or of the file itself. */
    public static FileTime newest(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".aot"))
                    .map(Checkout::modified)
                    .max(FileTime::compareTo)
                    .orElse(FileTime.fromMillis(0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** When a file was changed last. */
    public static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
