package dev.warren.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code warren} in a small checkout, with a JDK and a Maven that only write down how they were called. */
class ScriptTest {
    private static final List<String> MODULES = List.of("words", "a-service", "deploy/cli", "deploy/end-to-end");
    /** The service needs the words, the command needs the service. */
    private static final Map<String, String> NEEDS =
            Map.of("a-service", "<artifactId>words</artifactId>", "deploy/cli", "<artifactId>a-service</artifactId>");

    @TempDir
    private Path root;

    @TempDir
    private Path tools;

    /** What a run of the script said. */
    private record Said(int exitCode, String output) {}

    @BeforeEach
    void aCheckout() throws IOException {
        // The machine's own JDK 25 must not be found in place of the one of the test.
        var original = Path.of(System.getProperty("warren.root", "../.."), "warren");
        var script =
                Files.readString(original).replace("/usr/lib/jvm/", "/nowhere/").replace("/opt/", "/nowhere/");
        executable(root.resolve("warren"), script);
        var modules = new StringBuilder("<project><modules>\n");
        for (var module : MODULES) {
            modules.append("<module>").append(module).append("</module>\n");
            write(root.resolve(module).resolve("pom.xml"), NEEDS.getOrDefault(module, "<project/>"));
            write(root.resolve(module).resolve("src/main/java/Some.java"), "class Some {}");
        }
        write(root.resolve("pom.xml"), modules + "</modules></project>");
        write(tools.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(tools.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        executable(tools.resolve("jdk/bin/java"), "#!/bin/sh\necho \"ran: $*\" | sed 's/.*cli.Main/ran:/'\n");
        executable(tools.resolve("mvn"), """
                #!/bin/sh
                echo "$*" >> "%s/calls"
                [ -f "%s/broken" ] && { echo '[ERROR] it does not compile'; exit 1; }
                mkdir -p words/target a-service/target/quarkus-app deploy/cli/target deploy/end-to-end/target
                touch a-service/target/quarkus-app/quarkus-run.jar deploy/cli/target/warren-cli.jar
                echo "[INFO] Building Warren: words 0.1.0-SNAPSHOT      [1/4]"
                echo "token=${DISCORD_TOKEN-none} discord=${WARREN_DISCORD-none} build=${WARREN_BUILD-none}"
                """.formatted(tools, tools));
    }

    @Test
    void warren_nothingBuilt_buildsAllButTheEndToEndTestsAndRunsTheCommand() throws Exception {
        var said = run("help", "--json");

        assertThat(said.exitCode()).isZero();
        assertThat(said.output())
                .contains("Building words a-service deploy/cli\n")
                .contains("[1/4] words");
        assertThat(said.output()).endsWith("ran: help --json\n").doesNotContain("ran: train");
        assertThat(calls()).singleElement().asString().contains("-am -pl words,a-service,deploy/cli package");
    }

    @Test
    void warren_nothingChanged_buildsNothingAndSaysNothing() throws Exception {
        run("help");

        assertThat(run("help").output()).isEqualTo("ran: help\n");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void up_afterABuild_trainsOnce() throws Exception {
        assertThat(run("up").output()).contains("ran: train\nran: up\n");

        assertThat(run("up").output()).isEqualTo("ran: up\n");
    }

    @Test
    void up_afterAllWasTested_buildsNothing() throws Exception {
        run("test");

        run("up");

        assertThat(calls()).hasSize(1);
    }

    @Test
    void up_afterFailedTests_buildsAgain() throws Exception {
        write(tools.resolve("broken"), "");
        assertThat(run("test").exitCode()).isEqualTo(1);
        Files.delete(tools.resolve("broken"));

        run("up");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void warren_oneSourceChanged_buildsItsModuleAndWhatDependsOnIt() throws Exception {
        run("help");
        touch(root.resolve("words/src/main/java/Some.java"));

        run("help");

        assertThat(calls()).last().asString().contains("-am -pl words,a-service,deploy/cli package");
    }

    @Test
    void warren_sourceDeleted_buildsItsModule() throws Exception {
        run("help");
        Files.delete(root.resolve("a-service/src/main/java/Some.java"));
        touch(root.resolve("a-service/src/main/java"));

        run("help");

        assertThat(calls()).last().asString().contains("-pl a-service,deploy/cli package");
    }

    @Test
    void warren_onlyATestChanged_buildsNothing() throws Exception {
        run("help");
        write(root.resolve("words/src/test/java/SomeTest.java"), "class SomeTest {}");

        run("help");

        assertThat(calls()).hasSize(1);
    }

    @Test
    void warren_resultIsGone_buildsItAgain() throws Exception {
        run("help");
        Files.delete(root.resolve("a-service/target/quarkus-app/quarkus-run.jar"));

        run("help");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void warren_buildFails_showsTheErrorsAndTriesAgainTheNextTime() throws Exception {
        // Given
        write(tools.resolve("broken"), "");

        // When
        var said = run("help");

        // Then
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output())
                .contains("[ERROR] it does not compile")
                .contains("build.log")
                .doesNotContain("ran:");
        Files.delete(tools.resolve("broken"));
        assertThat(run("help").output()).endsWith("ran: help\n");
    }

    @Test
    void status_sourcesChanged_buildsNothing() throws Exception {
        run("help");
        touch(root.resolve("words/src/main/java/Some.java"));

        assertThat(run("status", "--json").output()).isEqualTo("ran: status --json\n");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void warren_buildIsForbidden_runsWhatIsThere() throws Exception {
        run("help");
        touch(root.resolve("words/src/main/java/Some.java"));

        assertThat(run(Map.of("WARREN_BUILD", "never"), "help").output()).isEqualTo("ran: help\n");
    }

    @Test
    void warren_unknownKindOfBuild_isRefused() throws Exception {
        var said = run(Map.of("WARREN_BUILD", "sometimes"), "help");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output()).contains("WARREN_BUILD=sometimes: allowed is auto or never");
    }

    @Test
    void warren_noJdk25_saysWhatToDo() throws Exception {
        write(tools.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");

        var said = run("help");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.output())
                .startsWith("warren: no JDK 25 found")
                .contains("install")
                .contains("JAVA_HOME");
    }

    @Test
    void test_withArguments_verifiesWithoutTheToken() throws Exception {
        var said = run(Map.of("DISCORD_TOKEN", "secret"), "test", "-Dtest=One");

        assertThat(calls()).singleElement().isEqualTo("-B verify -Dtest=One");
        assertThat(said.output()).contains("token=none discord=local build=never");
    }

    /** Where shellcheck is at hand, as in continuous integration. */
    @Test
    void scripts_shellcheck_findsNothing() throws Exception {
        var checkout = Path.of(System.getProperty("warren.root", "../.."));
        var installed =
                new ProcessBuilder("sh", "-c", "command -v shellcheck").start().waitFor() == 0;
        if (!installed) {
            System.out.println("NOT RUN: ScriptTest with shellcheck, which is not installed");
        }
        assumeTrue(installed || System.getenv("CI") != null, "shellcheck is not installed");
        var check = new ProcessBuilder("shellcheck", "warren", ".ci/run", ".ci/install-packages")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    private Said run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private Said run(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile(tools, "said", ".txt");
        var command = new ArrayList<>(List.of("sh", root.resolve("warren").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(new HashMap<>(Map.of(
                        "PATH", "/usr/bin:/bin",
                        "HOME", tools.toString(),
                        "JAVA_HOME", tools.resolve("jdk").toString(),
                        "MAVEN", tools.resolve("mvn").toString())));
        builder.environment().putAll(more);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(output));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(tools.resolve("calls"));
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void executable(Path file, String text) throws IOException {
        write(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
