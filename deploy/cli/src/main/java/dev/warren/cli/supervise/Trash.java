package dev.warren.cli.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Deletes data in the background: a broker's thousands of small files take seconds, for which nobody should wait. */
final class Trash {
    private static final String PREFIX = "trash-";

    private Trash() {}

    /** Puts a folder out of the way at once, and has it deleted, with what an earlier deletion has left. */
    static void throwAway(Path folder) {
        var parent = folder.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        try {
            if (Files.exists(folder)) {
                Files.move(folder, Files.createTempDirectory(parent, PREFIX).resolve("data"));
            }
            var command = new ArrayList<>(Program.ownSession());
            command.addAll(List.of("rm", "-rf"));
            var before = command.size();
            try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
                left.forEach(path -> command.add(path.toString()));
            }
            if (command.size() > before) {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
