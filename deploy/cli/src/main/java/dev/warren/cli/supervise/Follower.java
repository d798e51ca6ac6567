package dev.warren.cli.supervise;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.local.Processes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads what a supervisor tells, as it tells it. */
public final class Follower {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Path file;
    private final ProcessHandle supervisor;
    private long read;

    public Follower(Path file, ProcessHandle supervisor) {
        this.file = file;
        this.supervisor = supervisor;
    }

    /**
     * Hands each event to {@code seen} until that returns false or the supervisor has ended and all is read.
     *
     * @return whether {@code seen} wanted no more
     */
    public boolean follow(Predicate<Event> seen) {
        var alive = true;
        while (true) {
            for (var event : news()) {
                if (!seen.test(event)) {
                    return true;
                }
            }
            if (!alive) {
                return false;
            }
            alive = !Processes.hasEnded(supervisor, LOOK_EVERY);
        }
    }

    private List<Event> news() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var events = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.max(0, events.length() - read)];
            events.seek(read);
            events.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            read += whole.getBytes(StandardCharsets.UTF_8).length;
            var found = new ArrayList<Event>();
            for (var line : whole.lines().toList()) {
                found.add(JSON.readValue(line, Event.class));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
