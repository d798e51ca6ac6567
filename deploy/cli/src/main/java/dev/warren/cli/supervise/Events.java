package dev.warren.cli.supervise;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.cli.supervise.Event.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Writes the supervisor's events to a file, a line of JSON each, from which any number of followers may read. */
final class Events {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final InstantSource clock;
    private final Instant start;

    private Events(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Begins anew: what an earlier supervisor told is forgotten. */
    static Events begin(Path file, InstantSource clock) {
        try {
            Files.write(file, new byte[0]);
            return new Events(file, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void step(String subject, String text) {
        tell(Kind.STEP, subject, text, 0);
    }

    void note(String subject, String text) {
        tell(Kind.NOTE, subject, text, 0);
    }

    void ready(String open) {
        tell(Kind.READY, "", open, 0);
    }

    void failed(String reason, int exitCode) {
        tell(Kind.FAILED, "", reason, exitCode);
    }

    void stopped(String subject, String text) {
        tell(Kind.STOPPED, subject, text, 0);
    }

    private synchronized void tell(Kind kind, String subject, String text, int exitCode) {
        var millis = Duration.between(start, clock.instant()).toMillis();
        try {
            var line = JSON.writeValueAsString(new Event(kind, subject, text, millis, exitCode)) + "\n";
            Files.write(
                    file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
