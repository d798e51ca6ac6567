package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
    private static final ProcessHandle SELF = ProcessHandle.current();
    private static final Instant STARTED = SELF.info().startInstant().orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void find_processAsRecorded_isFound() {
        assertThat(new ProcessRecord("self", SELF.pid(), STARTED, "java").find())
                .contains(SELF);
    }

    @Test
    void find_samePidOtherStartTime_isNobody() {
        var other = STARTED.minus(Duration.ofSeconds(3));

        assertThat(new ProcessRecord("self", SELF.pid(), other, "java").find()).isEmpty();
    }

    @Test
    void find_samePidOtherCommandLine_isNobody() {
        assertThat(new ProcessRecord("self", SELF.pid(), STARTED, "--no-such-flag").find())
                .isEmpty();
    }

    @Test
    void read_writtenRecord_isTheSame() {
        // Given
        var record = new ProcessRecord("self", SELF.pid(), STARTED, "java");

        // When
        record.write(folder.resolve("sub/self.process"));

        // Then
        assertThat(ProcessRecord.read(folder.resolve("sub/self.process"))).contains(record);
    }

    @Test
    void read_fileThatIsNoRecord_isEmpty() throws Exception {
        var file = Files.writeString(folder.resolve("broken"), "name\nnot a number\n");

        assertThat(ProcessRecord.read(file)).isEmpty();
        assertThat(ProcessRecord.read(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void record_pidNotPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessRecord("self", 0, STARTED, "java"))
                .withMessage("pid must be positive: 0");
    }

    @Test
    void record_markerOfTwoLines_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessRecord("self", 1, STARTED, "a\nb"))
                .withMessageStartingWith("marker must be one line");
    }
}
