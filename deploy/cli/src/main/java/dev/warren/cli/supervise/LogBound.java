package dev.warren.cli.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the logs of a stack from growing without end: one that is longer than the bound is copied aside, over the copy
 * before it, and begun anew. The processes append, so that they go on at the new beginning.
 *
 * @param folder with the logs
 * @param mostBytes of one log
 */
record LogBound(Path folder, long mostBytes) {
    static final long USUAL_BYTES = 64L * 1024 * 1024;

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** Looks after the logs as long as this process lives. */
    void watch() {
        Thread.ofPlatform().daemon().name("bound-logs").start(() -> {
            var never = new CountDownLatch(1);
            try {
                while (!never.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    enforce();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void enforce() {
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (var log : logs) {
                if (Files.size(log) > mostBytes) {
                    Files.copy(log, folder.resolve(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                        file.truncate(0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bound the logs in " + folder, e);
        }
    }
}
