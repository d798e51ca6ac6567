package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path parent;

    private final Path marked = Path.of("1234567.25");
    private ProcessHandle left = ProcessHandle.current();

    @BeforeEach
    void aProcessThatOutlivesItsRun() throws IOException {
        left = new ProcessBuilder("sleep", marked.toString()).start().toHandle();
    }

    @AfterEach
    void endIt() {
        left.destroyForcibly();
    }

    @Test
    void open_folderOfAKilledRun_endsItsProcessAndDeletesTheFolder() throws Exception {
        // Given
        var old = folderOfADeadOwner();
        ProcessRecord.of("server", left, marked.toString()).write(old.resolve("server.process"));

        // When
        try (var run = RunDirectory.open(parent)) {
            // Then
            await().until(() -> !left.isAlive());
            assertThat(old).doesNotExist();
            assertThat(run.path()).isDirectory();
        }
    }

    @Test
    void open_recordWhosePidBelongsToAStranger_leavesTheStrangerAlone() throws Exception {
        // Given
        var old = folderOfADeadOwner();
        ProcessRecord.of("server", left, "/not/in/its/command/line").write(old.resolve("server.process"));

        // When
        try (var run = RunDirectory.open(parent)) {
            // Then
            assertThat(left.isAlive()).isTrue();
            assertThat(run.path()).isDirectory();
            assertThat(old).doesNotExist();
        }
    }

    @Test
    void open_folderOfARunThatLives_isLeftAlone() {
        try (var living = RunDirectory.open(parent);
                var other = RunDirectory.open(parent)) {
            living.record("server", left, marked.toString());

            assertThat(living.path()).isDirectory();
            assertThat(other.path()).isNotEqualTo(living.path());
            assertThat(left.isAlive()).isTrue();
        }
    }

    @Test
    void close_recordedProcess_isEnded() {
        // Given
        var run = RunDirectory.open(parent);
        run.record("server", left, marked.toString());

        // When
        run.close();

        // Then
        await().until(() -> !left.isAlive());
        assertThat(run.path()).doesNotExist();
    }

    private Path folderOfADeadOwner() throws Exception {
        var folder = Files.createDirectory(parent.resolve("run-1-dead"));
        var dead = new ProcessBuilder("true").start();
        var record = ProcessRecord.of("owner", dead.toHandle(), "java");
        dead.waitFor();
        record.write(folder.resolve("owner.process"));
        return folder;
    }
}
