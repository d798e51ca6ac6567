package dev.warren.cli.commands;

import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.supervise.LogTail;
import dev.warren.cli.terminal.Screen;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code warren logs}: what the processes of a stack write, each line with the name of its process. */
final class Logs {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int MOST_BYTES_AT_ONCE = 1024 * 1024;

    private final Screen screen;

    Logs(Screen screen) {
        this.screen = screen;
    }

    int run(StackDirectory stack, Optional<String> service, boolean follow, int lines) {
        var names = service.flatMap(Components::named)
                .map(component -> List.of(component.name()))
                .orElseGet(() -> Stream.concat(
                                Stream.of(StackDirectory.SUPERVISOR),
                                Components.all().stream().map(Component::name))
                        .filter(name -> Files.exists(stack.log(name)))
                        .toList());
        var prefixed = names.size() > 1;
        var positions = new HashMap<String, Long>();
        for (var name : names) {
            positions.put(name, size(stack.log(name)));
            LogTail.lines(stack.log(name), lines).forEach(line -> show(name, line, prefixed));
        }
        if (!follow) {
            return 0;
        }
        return follow(stack, positions, prefixed);
    }

    private int follow(StackDirectory stack, Map<String, Long> positions, boolean prefixed) {
        var never = new CountDownLatch(1);
        try {
            while (!never.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                for (var entry : positions.entrySet()) {
                    entry.setValue(showNews(stack, entry.getKey(), entry.getValue(), prefixed));
                }
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Shows the whole lines after a position and returns where they end; a log that was begun anew is read anew. */
    private long showNews(StackDirectory stack, String name, long position, boolean prefixed) {
        try (var log = new RandomAccessFile(stack.log(name).toFile(), "r")) {
            var from = log.length() < position ? 0 : position;
            var bytes = new byte[(int) Math.min(log.length() - from, MOST_BYTES_AT_ONCE)];
            log.seek(from);
            log.readFully(bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var end = text.lastIndexOf('\n') + 1;
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> show(name, line, prefixed));
            return from + end;
        } catch (IOException e) {
            return position;
        }
    }

    private void show(String name, String line, boolean prefixed) {
        screen.line(prefixed ? "%-18s| %s".formatted(name, line) : line);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
