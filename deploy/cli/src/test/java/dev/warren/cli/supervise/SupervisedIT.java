package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.cli.stack.Component;
import dev.warren.cli.stack.Components;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState.Condition;
import dev.warren.local.ProcessRecord;
import dev.warren.local.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes, of the shell. */
class SupervisedIT {
    private static final Component SERVICE =
            Components.named("leveling-service").orElseThrow();
    private static final Backoff QUICK =
            new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofMinutes(1));

    @TempDir
    private Path root;

    private Optional<Supervised> supervised = Optional.empty();
    private Optional<StackDirectory> directory = Optional.empty();

    @BeforeEach
    void aStack() throws IOException {
        var stack = new StackDirectory(root, 0);
        Files.createDirectories(stack.path().resolve("logs"));
        directory = Optional.of(stack);
    }

    @AfterEach
    void stop() {
        supervised.ifPresent(Supervised::stop);
    }

    @Test
    void process_becomesReady_isRecordedAndTold() throws Exception {
        // When
        var process = begin("sleep 60", Optional::empty);

        // Then
        assertThat(process.firstStart().get(10, TimeUnit.SECONDS)).isEqualTo(new Start.Ready());
        assertThat(process.state().condition()).isEqualTo(Condition.READY);
        assertThat(ProcessRecord.read(stack().processRecord(SERVICE.name())).flatMap(ProcessRecord::find))
                .map(ProcessHandle::pid)
                .contains(process.state().pid());
        assertThat(events()).anyMatch(line -> line.contains("is ready"));
    }

    @Test
    void process_killed_isStartedAgainAndThatIsSaid() throws Exception {
        // Given
        var process = begin("sleep 60", Optional::empty);
        process.firstStart().get(10, TimeUnit.SECONDS);
        var before = process.state().pid();

        // When
        ProcessHandle.of(before).ifPresent(ProcessHandle::destroyForcibly);

        // Then
        await().until(() -> process.state().condition() == Condition.READY
                && process.state().pid() != before);
        assertThat(process.state().restarts()).isEqualTo(1);
        assertThat(events()).anyMatch(line -> line.contains("ended with code 137; it is started again in"));
    }

    @Test
    void process_endsOverASetting_isNotStartedAgainAndItsLineIsShown() throws Exception {
        // When
        var process = begin("echo 'DISCORD_TOKEN: Discord refuses it'; exit 78", () -> Optional.of("not yet"));

        // Then
        assertThat(process.firstStart().get(10, TimeUnit.SECONDS))
                .isEqualTo(new Start.Refused("leveling-service: DISCORD_TOKEN: Discord refuses it", 78));
        assertThat(process.state().condition()).isEqualTo(Condition.REFUSED);
        assertThat(process.state().restarts()).isZero();
    }

    @Test
    void process_handedOver_waitsUntilItIsGivenBack() throws Exception {
        // Given
        var process = begin("sleep 60", Optional::empty);
        process.firstStart().get(10, TimeUnit.SECONDS);
        var before = process.state().pid();
        var handedOver = Files.writeString(stack().handedOver(SERVICE.name()), "");

        // When
        ProcessHandle.of(before).ifPresent(ProcessHandle::destroy);

        // Then
        await().until(() -> process.state().condition() == Condition.HANDED_OVER);
        Files.delete(handedOver);
        await().until(() -> process.state().condition() == Condition.READY
                && process.state().pid() != before);
    }

    @Test
    void stop_whileItBacksOff_returnsAtOnce() {
        // Given
        var process = begin("exit 1", () -> Optional.of("never"));
        await().until(() -> process.state().restarts() > 2);

        // When
        process.stop();

        // Then
        assertThat(process.isStopped()).isTrue();
        assertThat(process.state().pid()).isZero();
    }

    @Test
    void orphans_ofAKilledSupervisor_areEndedAndForgotten() throws Exception {
        // Given
        var left = start("sleep 60");
        ProcessRecord.of(SERVICE.name(), left.process(), left.marker()).write(stack().processRecord(SERVICE.name()));
        Files.writeString(stack().handedOver(SERVICE.name()), "");
        var stranger = start("sleep 60");
        ProcessRecord.of("kafka", stranger.process(), "not in its command line").write(stack().processRecord("kafka"));

        // When
        Orphans.end(stack(), Events.begin(stack().events(), InstantSource.system()));

        // Then
        assertThat(left.process().isAlive()).isFalse();
        assertThat(stranger.process().isAlive()).isTrue();
        assertThat(stack().processes()).isEmpty();
        assertThat(stack().handedOver(SERVICE.name())).doesNotExist();
        assertThat(events()).singleElement().asString().contains("left by an earlier run");
        stranger.stop();
    }

    private StackDirectory stack() {
        return directory.orElseThrow();
    }

    private List<String> events() throws IOException {
        return Files.readAllLines(stack().events());
    }

    private Supervised begin(String script, Supplier<Optional<String>> readiness) {
        var events = Events.begin(stack().events(), InstantSource.system());
        var process = new Supervised(SERVICE, 1, new Script(script, readiness), stack(), events, QUICK, () -> {});
        supervised = Optional.of(process);
        process.begin();
        return process;
    }

    private Launch.Running start(String script) {
        return new Script(script, Optional::empty).start();
    }

    /** A process of the shell in place of a service. */
    private final class Script implements Launch {
        private final String text;
        private final Supplier<Optional<String>> readiness;

        Script(String text, Supplier<Optional<String>> readiness) {
            this.text = text;
            this.readiness = readiness;
        }

        @Override
        public Running start() {
            var marker = stack().marker(SERVICE.name());
            try {
                // The marker is the script's $0. A second command keeps the shell from being replaced by the first.
                var child = new ProcessBuilder("sh", "-c", text + "; exit $?", marker)
                        .redirectErrorStream(true)
                        .redirectOutput(stack().log(SERVICE.name()).toFile())
                        .start();
                return new Running() {
                    @Override
                    public ProcessHandle process() {
                        return child.toHandle();
                    }

                    @Override
                    public String marker() {
                        return marker;
                    }

                    @Override
                    public int exitCode() throws InterruptedException {
                        return child.waitFor();
                    }

                    @Override
                    public void stop() {
                        child.descendants().forEach(ProcessHandle::destroy);
                        Processes.end(child.toHandle(), Processes.Request.TERMINATE, Duration.ofSeconds(5));
                    }
                };
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<String> problem() {
            return readiness.get();
        }
    }
}
