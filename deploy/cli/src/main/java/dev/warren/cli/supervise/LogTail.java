package dev.warren.cli.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {
    private static final int MOST_BYTES = 256 * 1024;

    private LogTail() {}

    /** The last lines, at most so many and at most 256 KiB of them; none if there is no file. */
    public static List<String> lines(Path file, int most) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, log.length() - MOST_BYTES);
            log.seek(from);
            var bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The last line that is neither empty nor part of a stack trace. */
    static String lastMeaningfulLine(Path file) {
        return lines(file, 200).reversed().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("WARNING:"))
                .findFirst()
                .orElse("it said nothing");
    }
}
