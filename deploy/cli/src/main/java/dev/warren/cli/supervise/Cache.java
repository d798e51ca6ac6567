package dev.warren.cli.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * An AOT cache and what it was made from. The JVM of JDK 25 uses a cache although a jar of the class path has changed
 * since, and then runs the old classes; so it is given a cache only while that is provably newer than its inputs.
 *
 * @param file the cache
 * @param inputs the jars, or folders with jars
 */
record Cache(Path file, List<Path> inputs) {
    private static final String SUFFIX = ".aot";

    Cache {
        inputs = List.copyOf(inputs);
    }

    /** Whether no input was changed, moved or copied into its place since the cache was begun. */
    boolean isFresh() {
        return Files.exists(file) && inputs.stream().flatMap(Cache::files).allMatch(this::isNotNewer);
    }

    /** Takes a new cache into its place. Its time is that at which its making began, not ended. */
    void replaceBy(Path draft, FileTime begun) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.setLastModifiedTime(draft, begun);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private boolean isNotNewer(Path input) {
        try {
            // The time of the file's status: its time of modification may have been copied along with it.
            var changed = (FileTime) Files.getAttribute(input, "unix:ctime");
            return changed.compareTo(Files.getLastModifiedTime(file)) < 0;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Stream<Path> files(Path input) {
        try (var files = Files.walk(input)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(SUFFIX))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input, e);
        }
    }
}
