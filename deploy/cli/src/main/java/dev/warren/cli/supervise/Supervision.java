package dev.warren.cli.supervise;

import dev.warren.cli.settings.Setting;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.Phase;
import dev.warren.local.ProcessRecord;
import dev.warren.local.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * The supervisor as a process of its own. It outlives a {@code warren up --detach}, and it has no terminal, so that
 * Ctrl-C reaches only the {@code warren up} that follows it.
 */
public final class Supervision {
    /** Another supervisor holds the stack. */
    public static final int TAKEN = 75;

    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Pattern FOLLOWER = Pattern.compile(".*--follower (\\d+).*");

    private Supervision() {}

    /** Whether a supervisor is about to stop its stack, or will be as soon as it sees that its follower is gone. */
    public static boolean isLeaving(StackDirectory stack, ProcessHandle supervisor) {
        var stopping = StackState.read(stack.state())
                .map(state -> state.phase() == Phase.STOPPING)
                .orElse(false);
        var follower = FOLLOWER.matcher(supervisor.info().commandLine().orElse(""));
        return stopping
                || follower.matches()
                        && ProcessHandle.of(Long.parseLong(follower.group(1)))
                                .filter(ProcessHandle::isAlive)
                                .isEmpty();
    }

    /**
     * Starts the supervisor in the background.
     *
     * @param follower the process whose end is to stop the stack; none for a stack that stays
     */
    public static ProcessHandle launch(
            Checkout checkout, StackDirectory stack, Settings settings, Optional<ProcessHandle> follower) {
        try {
            Files.createDirectories(stack.logs());
            Files.deleteIfExists(stack.events());
            var log = stack.log(StackDirectory.SUPERVISOR).toFile();
            var command = new ArrayList<>(Program.ownSession());
            var java = JavaCommands.supervisor(
                    checkout,
                    follower.map(process -> List.of("--follower", Long.toString(process.pid())))
                            .orElse(List.of()));
            command.addAll(java.line(stack.marker(StackDirectory.SUPERVISOR)));
            var builder = new ProcessBuilder(command)
                    .directory(checkout.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            for (var setting : Setting.values()) {
                builder.environment().put(setting.name(), settings.asGiven(setting));
            }
            return builder.start().toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the supervisor in " + stack.path(), e);
        }
    }

    /** The supervisor's own life; returns only when it could not begin, or when the start has failed. */
    public static int run(Checkout checkout, StackDirectory stack, Settings settings, Optional<Long> follower)
            throws InterruptedException, IOException {
        Files.createDirectories(stack.logs());
        var lock = FileChannel.open(stack.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            return TAKEN;
        }
        var record = stack.processRecord(StackDirectory.SUPERVISOR);
        ProcessRecord.of(StackDirectory.SUPERVISOR, ProcessHandle.current(), stack.marker(StackDirectory.SUPERVISOR))
                .write(record);
        new LogBound(stack.logs(), LogBound.USUAL_BYTES).watch();
        var events = Events.begin(stack.events(), InstantSource.system());
        var supervisor = new Supervisor(checkout, stack, settings, events, follower.isPresent());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, record), "stop-stack"));
        follower.ifPresent(Supervision::endWith);
        return switch (supervisor.start()) {
            case Start.Refused(var line, var exitCode) -> {
                if (!supervisor.isStopping()) {
                    events.failed(line, exitCode);
                }
                yield exitCode;
            }
            case Start.Ready _ -> {
                new CountDownLatch(1).await();
                yield 0;
            }
        };
    }

    private static void stop(Supervisor supervisor, Path record) {
        supervisor.stop();
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget the supervisor", e);
        }
    }

    /** Ends this process when its follower ends, however that ends: a stack that somebody watches is theirs. */
    private static void endWith(long pid) {
        var follower = ProcessHandle.of(pid);
        if (follower.isEmpty()) {
            System.exit(0);
        }
        Thread.ofPlatform().daemon().name("watch-follower").start(() -> {
            while (!Processes.hasEnded(follower.get(), LOOK)) {
                // It is not a child, so that its end is only seen by looking.
            }
            System.exit(0);
        });
    }
}
