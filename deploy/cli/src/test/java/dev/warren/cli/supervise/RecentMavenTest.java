package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentMavenTest {
    @TempDir
    private Path root;

    private final List<String> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "'Apache Maven 3.8.7', false",
        "'Apache Maven 3.9.0 (abc)', true",
        "'Apache Maven 3.10.1', true",
        "'Apache Maven 4.0.0-rc-4 (abc)', true",
        "'Apache Maven 2.11.0', false",
        "'command not found', false"
    })
    void version_asMavenTellsIt_isRecentFrom39On(String told, boolean recent) {
        assertThat(RecentMaven.isRecent(told)).isEqualTo(recent);
    }

    @Test
    void command_systemsMavenIsRecent_isTheSystems() throws Exception {
        var system = program("echo 'Apache Maven 3.9.9 (abc)'");

        assertThat(maven(system).command()).contains(List.of(system));
        assertThat(notes).isEmpty();
    }

    @Test
    void command_systemsMavenIsOlder_isFetchedOnce() throws Exception {
        // Given a Maven that can do what is asked of it: unpack an artifact into a folder
        var system = program("""
                case "$1" in --version) echo 'Apache Maven 3.8.7'; exit;; esac
                for argument; do case $argument in -DoutputDirectory=*) folder=${argument#*=};; esac; done
                mkdir -p "$folder/apache-maven-%s/bin" && : >"$folder/apache-maven-%s/bin/mvn"
                """.formatted(RecentMaven.VERSION, RecentMaven.VERSION));
        // When
        var first = maven(system).command();
        var again = maven(system).command();
        // Then
        assertThat(first)
                .isEqualTo(again)
                .hasValueSatisfying(command -> assertThat(command.getLast())
                        .endsWith(".warren/maven/apache-maven-" + RecentMaven.VERSION + "/bin/mvn"));
        assertThat(notes).singleElement().asString().contains("needs Maven 3.9 or newer");
    }

    @Test
    void command_thatCannotBeFetched_isNoneAndSaysWhatToDo() throws Exception {
        var system = program("echo 'Apache Maven 3.8.7'; echo '[ERROR] no network'; exit 1");

        assertThat(maven(system).command()).isEmpty();
        assertThat(notes.getLast()).contains("install Maven 3.9 or newer").contains("no network");
    }

    private RecentMaven maven(String system) {
        return new RecentMaven(root, system, System.getProperty("java.home"), notes::add);
    }

    private String program(String script) throws IOException {
        var file = Files.writeString(root.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
