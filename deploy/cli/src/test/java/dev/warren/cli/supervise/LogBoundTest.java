package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBoundTest {
    @TempDir
    private Path folder;

    @Test
    void enforce_logOfExactlyTheBound_isLeftAlone() throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "1234567890");

        new LogBound(folder, 10).enforce();

        assertThat(log).hasContent("1234567890");
        assertThat(folder.resolve("a.log.1")).doesNotExist();
    }

    @Test
    void enforce_logOverTheBound_isBegunAnewWhileItsProcessGoesOn() throws Exception {
        // Given a process that appends
        var log = folder.resolve("a.log");
        var process = new ProcessBuilder("sh", "-c", "echo 1234567890; read word; echo $word")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().until(() -> Files.size(log) == 11);

        // When
        new LogBound(folder, 10).enforce();

        // Then
        assertThat(folder.resolve("a.log.1")).hasContent("1234567890\n");
        try (var input = process.outputWriter()) {
            input.write("more\n");
        }
        process.waitFor();
        assertThat(log).hasContent("more\n");
    }
}
