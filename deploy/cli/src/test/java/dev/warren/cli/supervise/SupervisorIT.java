package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.cli.settings.Resolution;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.Phase;
import dev.warren.cli.stack.StackState.ProcessState;
import dev.warren.local.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real stack of the servers that are native programs; the whole of Warren is started by the end-to-end tests. */
class SupervisorIT {
    private final int offset = freeOffset();

    @TempDir
    private Path root;

    @Test
    void stack_startedAndStopped_isReadyThenGoneInOrder() throws Exception {
        // Given
        var supervisor = supervisor(Map.of());

        // When
        assertThat(supervisor.start()).isEqualTo(new Start.Ready());

        // Then
        var state = StackState.read(stack().state()).orElseThrow();
        assertThat(state.phase()).isEqualTo(Phase.RUNNING);
        assertThat(state.processes()).extracting(ProcessState::name).containsExactly("postgresql", "redis");
        assertThat(state.processes())
                .allSatisfy(process -> assertThat(Probe.tcp(process.port())).isEmpty());

        supervisor.stop();
        assertThat(state.processes()).noneMatch(SupervisorIT::lives);
        assertThat(told("STOPPED"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("redis"),
                        second -> assertThat(second).contains("postgresql"));
    }

    @Test
    void stack_ephemeral_leavesNoData() throws Exception {
        var supervisor = supervisor(Map.of("WARREN_EPHEMERAL", "true"));
        supervisor.start();
        assertThat(stack().ephemeralData().resolve("redis")).isDirectory();

        supervisor.stop();

        assertThat(stack().ephemeralData()).doesNotExist();
        await().until(() -> {
            try (var left = Files.newDirectoryStream(stack().path(), "trash-*")) {
                return !left.iterator().hasNext();
            }
        });
    }

    @Test
    void stack_lasting_keepsItsDataWhereItWasTold() throws Exception {
        var supervisor =
                supervisor(Map.of("WARREN_DATA_DIR", root.resolve("mine").toString()));
        supervisor.start();
        supervisor.stop();

        assertThat(root.resolve("mine/postgresql/PG_VERSION")).exists();
        assertThat(root.resolve("mine/redis/appendonly.aof")).exists();
    }

    @Test
    void server_killed_isStartedAgain() throws Exception {
        // Given
        var supervisor = supervisor(Map.of());
        supervisor.start();
        var before = pid("postgresql");

        // When
        ProcessHandle.of(before).ifPresent(ProcessHandle::destroyForcibly);

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> told("STEP").stream().anyMatch(line -> line.contains("is ready again")));
        assertThat(pid("postgresql")).isNotEqualTo(before);
        supervisor.stop();
    }

    @Test
    void start_portInUse_takesAnotherAndSaysSo() throws Exception {
        var wanted = 6379 + offset;
        try (var holder = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            var supervisor = supervisor(Map.of("WARREN_ONLY", "redis"));

            assertThat(supervisor.start()).isEqualTo(new Start.Ready());

            assertThat(holder.isBound()).isTrue();
            assertThat(told("NOTE")).anyMatch(line -> line.contains("port " + wanted + " is held by java"));
            supervisor.stop();
        }
    }

    private StackDirectory stack() {
        return new StackDirectory(root, offset);
    }

    /** One whose ports are free now; should one be taken meanwhile, the stack takes another. */
    private static int freeOffset() {
        return new SplittableRandom()
                .ints(200, 450)
                .map(hundreds -> hundreds * 100)
                .filter(offset -> FreePorts.isFree(5432 + offset) && FreePorts.isFree(6379 + offset))
                .findFirst()
                .orElseThrow();
    }

    private Supervisor supervisor(Map<String, String> more) throws IOException {
        Files.createDirectories(stack().path().resolve("logs"));
        var environment = new HashMap<>(
                Map.of("WARREN_ONLY", "postgresql,redis", "WARREN_PORT_OFFSET", Integer.toString(offset)));
        environment.putAll(more);
        return switch (Settings.resolve(Map.of(), environment, Map.of())) {
            case Resolution.Valid(var settings) ->
                new Supervisor(
                        new Checkout(root),
                        stack(),
                        settings,
                        Events.begin(stack().events(), InstantSource.system()),
                        false);
            case Resolution.Invalid(var line) -> throw new AssertionError(line);
        };
    }

    private long pid(String name) {
        return StackState.read(stack().state()).orElseThrow().processes().stream()
                .filter(process -> process.name().equals(name))
                .mapToLong(ProcessState::pid)
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String kind) throws IOException {
        return Files.readAllLines(stack().events()).stream()
                .filter(line -> line.contains("\"" + kind + "\""))
                .toList();
    }

    private static boolean lives(ProcessState process) {
        return ProcessHandle.of(process.pid()).map(ProcessHandle::isAlive).orElse(false);
    }
}
