package dev.warren.cli.supervise;

import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.local.ProcessRecord;
import dev.warren.local.Processes;
import dev.warren.local.Processes.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Processes that a killed supervisor has left. Only those are ended whose record fits in pid, start time and command line. */
final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> SERVERS = List.of(Components.REDIS, Components.KAFKA, Components.POSTGRESQL);

    private Orphans() {}

    /** Ends what is left of an earlier run, services before what they stand on, and forgets the records. */
    static void end(StackDirectory stack, Events events) {
        var records = stack.processes();
        end(records, record -> !SERVERS.contains(record.name()), events);
        for (var server : SERVERS) {
            end(records, record -> record.name().equals(server), events);
        }
        for (var record : records) {
            forget(stack.processRecord(record.name()));
            forget(stack.handedOver(record.name()));
        }
    }

    private static void end(List<ProcessRecord> records, Predicate<ProcessRecord> which, Events events) {
        records.parallelStream()
                .filter(which)
                .forEach(record -> record.find().ifPresent(process -> {
                    var request = record.name().equals(Components.POSTGRESQL) ? Request.INTERRUPT : Request.TERMINATE;
                    Processes.end(process, request, PATIENCE);
                    events.note("", "ended %s (pid %d), left by an earlier run".formatted(record.name(), record.pid()));
                }));
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget " + file, e);
        }
    }
}
