package dev.warren.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void aProgram() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/some.jar"), "classes");
    }

    @Test
    void isFresh_noCache_isNot() {
        assertThat(cache().isFresh()).isFalse();
    }

    @Test
    void isFresh_madeAfterItsInputs_is() throws Exception {
        made(Instant.now().plusSeconds(5));

        assertThat(cache().isFresh()).isTrue();
    }

    @Test
    void isFresh_inputChangedWhileItWasMade_isNot() throws Exception {
        // Given a cache whose making began before the input was written, and ended after
        made(Instant.now().minusSeconds(5));

        assertThat(cache().isFresh()).isFalse();
    }

    @Test
    void isFresh_olderInputCopiedIntoPlaceWithItsTime_isNot() throws Exception {
        // Given
        made(Instant.now());
        var other = Files.writeString(folder.resolve("other.jar"), "other classes");
        Files.setLastModifiedTime(other, FileTime.from(LONG_AGO));

        // When
        Files.copy(
                other,
                folder.resolve("lib/some.jar"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);

        // Then
        assertThat(Files.getLastModifiedTime(folder.resolve("lib/some.jar")).toInstant())
                .isEqualTo(LONG_AGO);
        assertThat(cache().isFresh()).isFalse();
    }

    private Cache cache() {
        return new Cache(folder.resolve("lib/app.aot"), List.of(folder.resolve("lib")));
    }

    private void made(Instant begun) throws IOException {
        cache().replaceBy(Files.writeString(folder.resolve("draft"), "cache"), FileTime.from(begun));
    }
}
