package dev.warren.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.cli.stack.Checkout;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.stack.StackState.Condition;
import dev.warren.cli.stack.StackState.Phase;
import dev.warren.cli.stack.StackState.ProcessState;
import dev.warren.cli.terminal.Screen;
import dev.warren.local.ProcessRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class WarrenTest {
    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void up_offsetThatIsNoMultipleOf100_stopsWithOneLineAndCode78() {
        assertThat(run(Map.of(), "up", "--port-offset", "50")).isEqualTo(78);

        assertThat(err.toString())
                .isEqualTo("warren: WARREN_PORT_OFFSET=50 (flag): allowed is a multiple of 100 from 0 to 50000\n");
    }

    @Test
    void up_unknownService_isNamedWithWhatThereIs() {
        assertThat(run(Map.of(), "up", "--only", "levelling")).isEqualTo(78);

        assertThat(err.toString())
                .contains("WARREN_ONLY=levelling: allowed is one of ")
                .contains("leveling-service");
    }

    @Test
    void up_malformedEnvFile_isRefused() throws Exception {
        Files.writeString(root.resolve(".env"), "no equals sign\n");

        assertThat(run(Map.of(), "up")).isEqualTo(78);
        assertThat(err.toString()).contains(".env line 1");
    }

    @Test
    void config_valuesFromThreeSources_areShownWithTheirSource() throws Exception {
        Files.writeString(root.resolve(".env"), "REDIS_URL=redis://cache:1\nDISCORD_TOKEN=very-secret\n");

        assertThat(run(Map.of("WARREN_START_TIMEOUT", "3m"), "config", "--port-offset", "200"))
                .isZero();

        assertThat(out.toString())
                .containsPattern("WARREN_PORT_OFFSET +200 +flag")
                .containsPattern("WARREN_START_TIMEOUT +3m +environment")
                .containsPattern("DISCORD_TOKEN +\\*+ +\\.env")
                .containsPattern("WARREN_EPHEMERAL +false +default")
                .doesNotContain("very-secret");
    }

    @Test
    void status_nothingRuns_saysHowToStart() {
        assertThat(run(Map.of(), "status")).isEqualTo(1);

        assertThat(err.toString()).contains("no stack runs from this checkout");
    }

    @Test
    void status_nothingRunsAsJson_isNotReadyAndEmpty() {
        assertThat(run(Map.of(), "status", "--json")).isEqualTo(1);

        assertThat(out.toString()).isEqualTo("{\"ready\":false,\"processes\":[]}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause  | speaking | 1     | speaking",
                "pause  | posting  | home  | GUILD=home: allowed is the id of a server, in digits",
                "resume | posting  | -5    | GUILD=-5: allowed is the id of a server, in digits",
                "resume | posting  | 0     | GUILD=0: allowed is the id of a server, in digits",
                "ledger | prove    | 1     | prove",
                "ledger | verify   | --guild=home | --guild home: allowed is the id of a server",
                "ledger | verify   | --guild=1 | no stack runs from this checkout",
            })
    void posting_whatCannotBe_isNamedWithWhatCan(String command, String what, String guild, String line) {
        assertThat(run(Map.of(), command, what, guild)).isNotZero();

        assertThat(err.toString()).contains(line);
    }

    @Test
    void pause_withoutAStack_saysHowToStartOne() {
        assertThat(run(Map.of(), "pause", "posting")).isEqualTo(1);

        assertThat(err.toString()).contains("no stack runs from this checkout");
    }

    @Test
    void down_twoStacksRun_listsThemAndAsks() {
        // Given two stacks whose supervisor is this very process
        pretendToRun(0);
        pretendToRun(300);

        // When
        assertThat(run(Map.of(), "down")).isEqualTo(1);

        // Then
        assertThat(err.toString()).contains("several stacks run").contains("--port-offset 0, --port-offset 300");
    }

    @Test
    void down_offsetOfNoStack_listsThoseThatRun() {
        pretendToRun(300);

        assertThat(run(Map.of(), "down", "--port-offset", "100")).isEqualTo(1);
        assertThat(err.toString()).contains("no stack runs with this offset; running: --port-offset 300");
    }

    @Test
    void logs_unknownService_isNamedWithWhatThereIs() {
        assertThat(run(Map.of(), "logs", "nothing")).isEqualTo(78);

        assertThat(err.toString()).contains("SERVICE=nothing: allowed is one of ");
    }

    @Test
    void logs_ofTwoProcesses_bearTheirNames() throws Exception {
        // Given
        var stack = new StackDirectory(root, 0);
        Files.createDirectories(stack.path().resolve("logs"));
        Files.writeString(stack.log("kafka"), "one\ntwo\n");
        Files.writeString(stack.log("redis"), "three\n");

        // When
        assertThat(run(Map.of(), "logs", "-n", "1", "--port-offset", "0")).isZero();

        // Then
        assertThat(out.toString())
                .containsPattern("kafka +\\| two")
                .containsPattern("redis +\\| three")
                .doesNotContain("one");
    }

    @Test
    void logs_ofOneProcess_areItsLines() throws Exception {
        var stack = new StackDirectory(root, 0);
        Files.createDirectories(stack.path().resolve("logs"));
        Files.writeString(stack.log("leveling-service"), "hello\n");

        assertThat(run(Map.of(), "logs", "leveling", "--port-offset", "0")).isZero();
        assertThat(out.toString()).isEqualTo("hello\n");
    }

    @Test
    void dev_serverInsteadOfService_isRefused() {
        assertThat(run(Map.of(), "dev", "kafka")).isEqualTo(78);
    }

    @Test
    void dev_stackWithoutWhatTheServiceNeeds_isNamed() throws Exception {
        pretendToRun(0, List.of(process("postgresql")));

        assertThat(run(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"), "dev", "leveling"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("leveling-service needs redis, which this stack does not run");
    }

    @ParameterizedTest
    @CsvSource({
        "--members, 1, '--members 1: allowed is 2 to 500'",
        "--days, 91, '--days 91: allowed is 1 to 90'",
        "--seed, '', '--seed : allowed is a word of 1 to 64 characters'",
        "--until, 2999-01-01T00:00:00Z, '--until 2999-01-01T00:00:00Z: allowed is a time that is over'"
    })
    void seed_flagOutOfBounds_stopsWithOneLineAndCode78(String flag, String value, String line) {
        assertThat(run(Map.of(), "seed", flag, value)).isEqualTo(78);

        assertThat(err.toString()).isEqualTo("warren: " + line + "\n");
    }

    @Test
    void seed_noStackRuns_saysHowToStart() {
        assertThat(run(Map.of(), "seed")).isEqualTo(1);

        assertThat(err.toString()).contains("no stack runs from this checkout");
    }

    @Test
    void seed_stackOnDiscordItself_isRefused() throws Exception {
        pretendToRun(0, List.of(process("kafka"), process("postgresql"), process("redis")));

        assertThat(run(Map.of(), "seed")).isEqualTo(1);
        assertThat(err.toString()).contains("made-up life is not for Discord itself");
    }

    @Test
    void seed_localDiscordDoesNotAnswer_saysSo() throws Exception {
        pretendToRun(
                0, List.of(process("kafka"), process("postgresql"), process("redis"), process("discord-simulator")));

        assertThat(run(Map.of(), "seed")).isEqualTo(1);
        assertThat(err.toString()).contains("the local Discord is not reachable");
    }

    @Test
    void bench_notBuilt_saysSo() {
        assertThat(run(Map.of(), "bench", "pipeline")).isEqualTo(1);
        assertThat(err.toString()).contains("not built");
    }

    private void pretendToRun(int offset) {
        var stack = new StackDirectory(root, offset);
        ProcessRecord.of("supervisor", ProcessHandle.current(), "java").write(stack.processRecord("supervisor"));
    }

    private void pretendToRun(int offset, List<ProcessState> processes) throws IOException {
        pretendToRun(offset);
        new StackState(Phase.RUNNING, "", processes).write(new StackDirectory(root, offset).state());
    }

    /** On a port where nobody listens. */
    private static ProcessState process(String name) {
        return new ProcessState(name, 1, 1, Condition.READY, 0);
    }

    private int run(Map<String, String> environment, String... arguments) {
        var screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF);
        return Warren.commandLine(new Warren(new Checkout(root), environment, screen), screen)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
