package dev.warren.cli.supervise;

import dev.warren.cli.stack.StackDirectory;
import dev.warren.local.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Java program as a process of its own.
 *
 * @param name of the component
 * @param stack whose folder takes its log
 * @param java the flags, and what to run
 * @param environment all of it: nothing is inherited
 * @param readiness what keeps it from being ready
 */
record Program(
        String name,
        StackDirectory stack,
        JavaCommand java,
        Map<String, String> environment,
        Supplier<Optional<String>> readiness)
        implements Launch {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Running start() {
        try {
            var log = stack.log(name);
            Files.createDirectories(log.getParent());
            var command = new ArrayList<>(ownSession());
            command.addAll(java.line(stack.marker(name)));
            var builder = new ProcessBuilder(command)
                    .directory(stack.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Started(builder.start(), stack.marker(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    @Override
    public Optional<String> problem() {
        return readiness.get();
    }

    /**
     * A session of its own keeps the terminal's Ctrl-C from a process that is to be stopped in order. Where the system
     * has no setsid, it goes without.
     */
    static List<String> ownSession() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
    }

    private record Started(Process child, String marker) implements Running {
        @Override
        public ProcessHandle process() {
            return child.toHandle();
        }

        @Override
        public int exitCode() throws InterruptedException {
            return child.waitFor();
        }

        @Override
        public void stop() {
            Processes.end(child.toHandle(), Processes.Request.TERMINATE, PATIENCE);
        }
    }
}
