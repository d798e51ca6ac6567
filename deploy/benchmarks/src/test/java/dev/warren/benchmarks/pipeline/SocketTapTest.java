package dev.warren.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.benchmarks.figures.Lab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketTapTest {
    @Test
    void frames_areMessagesThatDifferInTheirIds() throws IOException {
        var json = new JsonMapper();
        var ids = new HashSet<String>();
        for (var payload : Frames.payloads()) {
            var frame = json.readTree(payload);
            assertThat(frame.path("t").asText()).isEqualTo("MESSAGE_CREATE");
            assertThat(frame.path("d").path("channel_id").asText()).matches("119\\d{16}");
            assertThat(frame.path("d").path("author").path("username").asText()).matches("member119\\d{16}");
            ids.add(frame.path("d").path("id").asText());
        }
        assertThat(ids).hasSameSizeAs(Frames.payloads());
    }

    @Test
    void tap_onAFloodedSocket_isMeasuredBesideThePlainParse() throws Exception {
        // Given
        var lab = new Lab(true, Set.of(), Path.of("."), new PrintWriter(new StringWriter()));
        // When
        new SocketTap(lab).measure();
        // Then
        assertThat(lab.problems()).isEmpty();
        assertThat(lab.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.name()).isEqualTo("socket-tap");
            assertThat(figure.value()).isPositive();
            assertThat(figure.control().value()).isPositive();
        });
    }
}
