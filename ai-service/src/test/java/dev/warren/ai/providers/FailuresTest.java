package dev.warren.ai.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "401, no, KEY_REFUSED",
        "403, no, KEY_REFUSED",
        "429, slow, RATE_LIMITED",
        "500, oops, BROKEN",
        "529, overloaded, BROKEN",
        "404, no such model, INVALID",
        "400, context_length_exceeded, TOO_LONG",
        "400, prompt is too long: 300000 tokens, TOO_LONG",
        "413, request too large, TOO_LONG",
        "400, this model does not support tools, NO_TOOLS",
        "400, content_filter, FILTERED",
        "400, temperature, INVALID",
    })
    void status_tellsWhatFailed(int status, String body, Failure failure) {
        var failed = Failures.of(new RuntimeException(new HttpRefusal(status, body, Optional.empty())));
        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(failed.getMessage()).doesNotContain(body);
    }

    @Test
    void connection_thatFails_isBroken() {
        assertThat(Failures.of(new IOException("reset")).failure()).isEqualTo(Failure.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "2, PT2S",
        "0.5, PT0.5S",
        "'Fri, 20 Nov 2026 20:00:07 GMT', PT7S",
        "'Fri, 20 Nov 2026 19:00:00 GMT', PT0S",
        "999999999, PT24H",
    })
    void retryAfter_isReadAsSecondsOrDate(String header, Duration wish) {
        assertThat(Failures.retryAfter(Optional.of(header), Optional.empty(), NOW))
                .contains(wish);
    }

    @Test
    void retryAfter_thatIsNonsense_isNone() {
        assertThat(Failures.retryAfter(Optional.of("soon"), Optional.empty(), NOW))
                .isEmpty();
        assertThat(Failures.retryAfter(Optional.empty(), Optional.of("250"), NOW))
                .contains(Duration.ofMillis(250));
    }
}
