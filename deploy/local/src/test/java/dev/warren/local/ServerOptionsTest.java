package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536})
    void options_portOutOfRange_isRefused(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerOptions(port, folder, folder, false))
                .withMessage("port must be between 1 and 65535: " + port);
    }

    @Test
    void isFree_somebodyListens_isNot() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void any_port_isFree() {
        assertThat(FreePorts.isFree(FreePorts.any())).isTrue();
    }

    @Test
    void choose_unknownKindOfServers_isRefusedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestServers.choose(Map.of("WARREN_TEST_SERVERS", "magic"), folder))
                .withMessage("WARREN_TEST_SERVERS must be embedded, containers or auto: magic");
    }
}
