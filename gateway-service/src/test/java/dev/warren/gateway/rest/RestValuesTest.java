package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestValuesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void settings_wrongValues_areRefusedByName() {
        assertThatThrownBy(() -> RestSettings.of(URI.create("ftp://discord.com"), "t"))
                .hasMessageContaining("baseAddress must be http or https: ftp://discord.com");
        assertThatThrownBy(() -> RestSettings.of(URI.create("https://discord.com/api/v10"), " "))
                .hasMessageContaining("token");
    }

    @Test
    void bounds_wrongValues_areRefusedByName() {
        assertThatThrownBy(() -> new RestSettings.Pool(0, SECOND, SECOND, SECOND, Optional.empty()))
                .hasMessageContaining("size must be at least 1: 0");
        assertThatThrownBy(() -> new RestSettings.Pool(1, Duration.ZERO, SECOND, SECOND, Optional.empty()))
                .hasMessageContaining("connectTimeout must be positive: PT0S");
        assertThatThrownBy(() -> new RestSettings.Retries(0, 1, SECOND, SECOND)).hasMessageContaining("maxAttempts");
        assertThatThrownBy(() -> new RestSettings.Limits(0, SECOND, 1, 1, 1, SECOND))
                .hasMessageContaining("globalPerSecond must be at least 1: 0");
        assertThatThrownBy(() -> new RestSettings.Limits(1, SECOND, 1, 1, 1, SECOND.negated()))
                .hasMessageContaining("resetMargin must not be negative: PT-1S");
    }

    @Test
    void files_withoutAnyOrWithoutName_areRefused() {
        assertThatThrownBy(() -> new RestBody.Multipart(Buffer.buffer(), List.of()))
                .hasMessageContaining("files");
        assertThatThrownBy(() -> new RestBody.FilePart(" ", "text/plain", Buffer.buffer()))
                .hasMessageContaining("name");
    }

    @Test
    void request_unlessTold_isRepeatableAndOrderedAsItsMethodAllows() {
        RestRequest get = RestRequest.to(RestRoute.get("/users/@me").at());
        RestRequest post = RestRequest.to(RestRoute.post("/users/@me/channels").at());
        assertThat(get.repeatable()).isEqualTo(Repeatable.IDEMPOTENT);
        assertThat(get.ordered()).isFalse();
        assertThat(post.repeatable()).isEqualTo(Repeatable.NEVER);
        assertThat(post.ordered()).isTrue();
    }
}
