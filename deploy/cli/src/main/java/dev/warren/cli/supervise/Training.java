package dev.warren.cli.supervise;

import dev.warren.cli.settings.Setting;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.local.FreePorts;
import dev.warren.local.Processes;
import dev.warren.local.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Makes the AOT caches with which the programs start quickly: each program is run once, up to the point where it is
 * started, and the JVM writes down what it has loaded. A program without a cache runs all the same, only slower.
 */
public final class Training {
    private static final Duration RUN_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final String NOWHERE = "127.0.0.1:1";

    private final Checkout checkout;
    private final InstantSource clock;
    private final BiConsumer<String, String> note;

    /** @param note is told the name of a program and what became of its training */
    public Training(Checkout checkout, InstantSource clock, BiConsumer<String, String> note) {
        this.checkout = checkout;
        this.clock = clock;
        this.note = note;
    }

    /**
     * One program to train.
     *
     * @param ready whether the program has come far enough to be ended; one that honours {@code warren.train} ends by itself
     */
    private record Lesson(String name, JavaCommand java, Map<String, String> environment, Supplier<Boolean> ready) {}

    /** Trains what has no cache that fits. */
    public void run() {
        var parent = RunDirectory.sharedParent();
        try (var folder = RunDirectory.open(parent)) {
            lessons(folder.path()).parallelStream()
                    .filter(lesson -> !lesson.java().cache().isFresh())
                    .forEach(lesson -> train(lesson, folder));
        }
    }

    private List<Lesson> lessons(Path folder) {
        var lessons = new ArrayList<Lesson>();
        lessons.add(new Lesson("warren", JavaCommands.trainedCli(checkout), Map.of(), () -> false));
        lessons.add(new Lesson(
                Components.KAFKA,
                JavaCommands.kafka(checkout, FreePorts.any(), folder.resolve("kafka")),
                Map.of(),
                () -> false));
        if (JavaCommands.hasSimulator(checkout)) {
            var port = FreePorts.any();
            lessons.add(new Lesson(
                    Components.SIMULATOR,
                    JavaCommands.simulator(checkout, Setting.WARREN_LOCAL_DISCORD_HEAP.usual()),
                    Environments.ofSimulator(port, folder.resolve("discord"), Optional.empty(), Map.of()),
                    () -> Probe.http(port, "/control/v1/stats").isEmpty()));
        }
        if (JavaCommands.hasViewer(checkout)) {
            var port = FreePorts.any();
            lessons.add(new Lesson(
                    Components.VIEWER,
                    JavaCommands.viewer(checkout),
                    Environments.ofViewer(port, NOWHERE, Map.of()),
                    () -> Probe.http(port, "/panel.js").isEmpty()));
        }
        for (var service : Components.all()) {
            if (service.isService() && Files.exists(checkout.serviceJar(service))) {
                lessons.add(lesson(service));
            }
        }
        return lessons;
    }

    private Lesson lesson(Component service) {
        var port = FreePorts.any();
        var environment = new LinkedHashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                NOWHERE,
                "DATABASE_URL",
                "postgresql://" + NOWHERE + "/" + service.id(),
                "DATABASE_USER",
                "nobody",
                "DATABASE_PASSWORD",
                "none",
                "REDIS_URL",
                "redis://" + NOWHERE,
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port)));
        if (service.name().equals(Components.GATEWAY)) {
            environment.put("DISCORD_TOKEN", Environments.LOCAL_TOKEN);
            environment.put("DISCORD_API_URL", "http://" + NOWHERE + "/api/v10");
        }
        return new Lesson(
                service.name(),
                JavaCommands.service(checkout, service, "256m", List.of()),
                environment,
                () -> Probe.http(port, "/q/health/live").isEmpty());
    }

    private void train(Lesson lesson, RunDirectory folder) {
        var begun = FileTime.from(clock.instant());
        var draft = folder.path().resolve(lesson.name() + ".aot");
        try {
            var builder = new ProcessBuilder(lesson.java().training(draft))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            folder.path().resolve(lesson.name() + ".log").toFile());
            builder.environment().putAll(lesson.environment());
            var process = builder.start();
            folder.record(lesson.name(), process.toHandle(), draft.toString());
            awaitEnd(lesson, process);
            if (!Files.exists(draft)) {
                var log = folder.path().resolve(lesson.name() + ".log");
                note.accept(lesson.name(), "starts without a cache: " + LogTail.lastMeaningfulLine(log));
                return;
            }
            lesson.java().cache().replaceBy(draft, begun);
            note.accept(lesson.name(), "is prepared for quick starts");
        } catch (IOException e) {
            throw new UncheckedIOException(lesson.name() + " cannot be trained", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Lesson lesson, Process process) throws InterruptedException {
        var giveUpAt = System.nanoTime() + RUN_TIMEOUT.toNanos();
        while (System.nanoTime() < giveUpAt) {
            if (process.waitFor(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            if (lesson.ready().get()) {
                break;
            }
        }
        // The JVM writes the cache on its way out.
        Processes.end(process.toHandle(), Processes.Request.TERMINATE, RUN_TIMEOUT);
    }
}
