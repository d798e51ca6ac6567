package dev.warren.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {
    private final ObjectMapper mapper = WireJson.mapper();

    @Test
    void times_asTheyAreWritten_areReadAsJavaReadsThem() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var time = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000));
            Stream.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS)
                    .map(time::truncatedTo)
                    .forEach(one ->
                            assertThat(InstantReader.read(one.toString())).contains(one));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T09:00:00.5Z",
                "2024-02-29T23:59:59.123456789Z",
                "2026-11-20T10:00:00+01:00",
                "2026-11-20T24:00:00Z",
                "+12026-11-20T09:00:00Z",
            })
    void time_inAnyFormThatJacksonKnows_isRead(String text) throws JsonProcessingException {
        var plain = new ObjectMapper().findAndRegisterModules();
        assertThat(mapper.readValue("\"" + text + "\"", Instant.class))
                .isEqualTo(plain.readValue("\"" + text + "\"", Instant.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:00:00Z",
                "2026-13-01T09:00:00Z",
                "2026-11-31T09:00:00Z",
                "2026-11-20T09:61:00Z",
                "2026-11-20T09:00:61Z",
                "2026-11-20T09:00:00.1234567890Z",
                "2026-11-2xT09:00:00Z",
                "tomorrow",
            })
    void time_thatIsNone_isRefused(String text) {
        assertThatThrownBy(() -> mapper.readValue("\"" + text + "\"", Instant.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
