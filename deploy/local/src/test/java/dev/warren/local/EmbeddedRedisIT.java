package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {
    @TempDir
    private Path folder;

    @Test
    void durableServer_startedAgain_hasItsKeys() throws Exception {
        // Given
        var options = new ServerOptions(FreePorts.any(), folder.resolve("data"), folder.resolve("log"), true);
        try (var first = EmbeddedRedis.start(options)) {
            Redis.ask(first.port(), "SET word kept");
        }

        // When
        try (var second = EmbeddedRedis.start(options)) {
            // Then
            assertThat(Redis.ask(second.port(), "GET word")).isEqualTo("kept");
        }
    }

    @Test
    void twoServers_sideBySide_doNotSeeEachOther() throws Exception {
        try (var one = EmbeddedRedis.start(ServerOptions.throwaway(folder.resolve("one")));
                var two = EmbeddedRedis.start(ServerOptions.throwaway(folder.resolve("two")))) {
            Redis.ask(one.port(), "SET word here");

            assertThat(Redis.ask(one.port(), "GET word")).isEqualTo("here");
            assertThat(Redis.ask(two.port(), "GET word")).isEqualTo("$-1");
        }
    }

    @Test
    void start_portInUse_saysWhatRedisSays() {
        try (var one = EmbeddedRedis.start(ServerOptions.throwaway(folder.resolve("one")))) {
            var same = new ServerOptions(one.port(), folder.resolve("two"), folder.resolve("log"), false);

            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedRedis.start(same))
                    .withMessageContaining("Failed listening on port");
        }
    }

    @Test
    void process_marker_isPartOfItsCommandLine() {
        try (var server = EmbeddedRedis.start(ServerOptions.throwaway(folder.resolve("data")))) {
            assertThat(server.process().info().commandLine().orElse("")).contains(server.marker());
        }
    }
}
