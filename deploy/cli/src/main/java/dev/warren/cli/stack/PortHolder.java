package dev.warren.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which process listens on a port, as far as the system tells (Linux, and processes of the same user). */
final class PortHolder {
    private static final String LISTEN = "0A";

    private PortHolder() {}

    /** Such as {@code java (pid 4711)}; {@code another program} when it cannot be told. */
    static String describe(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> inodes(Path.of("/proc/net", table), port).stream())
                .flatMap(inode -> owner(inode).stream())
                .findFirst()
                .map(PortHolder::text)
                .orElse("another program");
    }

    private static String text(ProcessHandle process) {
        var command = process.info().command().map(Path::of).map(Path::getFileName);
        return command.map(Path::toString).orElse("a program") + " (pid " + process.pid() + ")";
    }

    private static List<String> inodes(Path table, int port) {
        try (var lines = Files.lines(table)) {
            return lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 9 && columns[3].equals(LISTEN))
                    .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                    .map(columns -> columns[9])
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<ProcessHandle> owner(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        hasOpen(Path.of("/proc", Long.toString(process.pid()), "fd"), "socket:[" + inode + "]"))
                .findFirst();
    }

    private static boolean hasOpen(Path descriptors, String target) {
        try (var files = Files.newDirectoryStream(descriptors)) {
            for (var file : files) {
                if (linkOf(file).equals(target)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static String linkOf(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
