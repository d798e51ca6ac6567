package dev.warren.ai.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.images.Studio.Made;
import dev.warren.ai.web.Configs;
import dev.warren.ai.web.Http;
import dev.warren.ai.web.Scripted;
import dev.warren.ai.web.Scripted.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients of image providers, against servers on loopback that answer as these do on good and on bad days. */
class StudioTest {
    private static final Order ORDER = new Order("a fox & a hare", Style.find("pixel-art"), Shape.LANDSCAPE, 7);

    private final Scripted stability = new Scripted(Reply.picture());
    private final Scripted pollinations = new Scripted(Reply.picture());
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @AfterEach
    void close() {
        stability.close();
        pollinations.close();
    }

    private Studio studio(String... more) {
        var values = new HashMap<>(Map.of(
                "warren.ai.images.providers.stability.protocol", "stability",
                "warren.ai.images.providers.stability.url", stability.url(),
                "warren.ai.images.providers.stability.key", "secret",
                "warren.ai.images.providers.stability.patience", "2s",
                "warren.ai.images.providers.pollinations.protocol", "pollinations",
                "warren.ai.images.providers.pollinations.url", pollinations.url(),
                "warren.ai.images.order", "stability,pollinations",
                "warren.ai.images.pause", "1ms",
                "warren.ai.images.most-bytes", "65536"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new Studio(new Http(), Configs.of(ImageConfig.class, values), () -> now, new SimpleMeterRegistry());
    }

    private static Made make(Studio studio) {
        return studio.make(ORDER).await().atMost(Duration.ofSeconds(20));
    }

    private static String by(Made made) {
        assertThat(made).isInstanceOf(Made.Done.class);
        return ((Made.Done) made).provider();
    }

    @Test
    void stability_thatIsWell_getsAFormWithEverythingInIt() {
        assertThat(by(make(studio()))).isEqualTo("stability");

        var asked = stability.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/v2beta/stable-image/generate/core");
        assertThat(asked.header("authorization")).isEqualTo("Bearer secret");
        assertThat(asked.body())
                .contains("name=\"prompt\"\r\n\r\na fox & a hare, pixel art, limited palette, 16 bit\r\n")
                .contains("name=\"aspect_ratio\"\r\n\r\n3:2\r\n")
                .contains("name=\"seed\"\r\n\r\n7\r\n")
                .contains("name=\"style_preset\"\r\n\r\npixel-art\r\n");
        assertThat(pollinations.asked()).isEmpty();
    }

    @Test
    void pollinations_thatIsFirst_isAskedByAnAddress() {
        assertThat(by(make(studio("warren.ai.images.order", "pollinations")))).isEqualTo("pollinations");

        var asked = pollinations.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/prompt/a fox & a hare, pixel art, limited palette, 16 bit");
        assertThat(asked.query()).contains("width=1216", "height=832", "seed=7", "safe=true");
    }

    @Test
    void provider_thatIsBusyForASecond_isAskedAgainAfterIt() {
        stability.say(Reply.of(429, "{}").with("retry-after", "1"), Reply.picture());
        var began = System.nanoTime();

        assertThat(by(make(studio()))).isEqualTo("stability");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(stability.asked()).hasSize(2);
    }

    @Test
    void provider_thatIsBusyForLong_isLeftForTheNext() {
        stability.say(Reply.of(429, "{}").with("retry-after", "3600"));

        assertThat(by(make(studio()))).isEqualTo("pollinations");

        assertThat(stability.asked()).hasSize(1);
    }

    @Test
    void provider_thatFailsTwice_isLeftForTheNext() {
        stability.say(Reply.of(500, "{}"));

        assertThat(by(make(studio()))).isEqualTo("pollinations");

        assertThat(stability.asked()).hasSize(2);
    }

    @Test
    void provider_thatRefusesTheKey_isAskedOnceAndRestsAWhile() {
        stability.say(Reply.of(401, "{}"));
        var studio = studio();

        assertThat(by(make(studio))).isEqualTo("pollinations");
        assertThat(by(make(studio))).isEqualTo("pollinations");
        assertThat(stability.asked()).hasSize(1);

        now = now.plus(Duration.ofMinutes(10));
        stability.say(Reply.picture());
        assertThat(by(make(studio))).isEqualTo("stability");
    }

    @Test
    void prompt_thatTheProvidersFilterRejects_isNotTakenElsewhere() {
        stability.say(Reply.of(403, "{\"name\": \"content_moderation\"}"));

        assertThat(make(studio())).isInstanceOf(Made.Rejected.class);

        assertThat(pollinations.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "page", "huge"})
    void answer_thatIsNoPicture_isNeverPassedOff(String what) {
        var bad = switch (what) {
            case "slow" -> Reply.silence();
            case "page" ->
                new Reply(
                        200,
                        Map.of("content-type", "image/png"),
                        "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        false);
            default -> Reply.picture(100_000);
        };
        stability.say(bad);
        pollinations.say(Reply.of(503, ""));

        var made = make(
                studio("warren.ai.images.attempts", "1", "warren.ai.images.providers.stability.patience", "300ms"));

        assertThat(made)
                .isInstanceOfSatisfying(
                        Made.Failed.class,
                        failed -> assertThat(failed.reasons())
                                .hasSize(2)
                                .anyMatch(reason -> reason.startsWith("stability: "))
                                .anyMatch(reason -> reason.equals("pollinations: it answered with 503"))
                                .noneMatch(reason -> reason.contains("secret")));
    }

    @Test
    void arta_thatDrawsLater_isAskedAfterUntilItIsDone() {
        try (var arta = new Scripted(
                Reply.of(200, "{\"record_id\": \"r-1\"}"), Reply.of(200, "{\"status\": \"IN_PROGRESS\"}"))) {
            arta.say(
                    Reply.of(200, "{\"record_id\": \"r-1\"}"),
                    Reply.of(200, "{\"status\": \"IN_PROGRESS\"}"),
                    Reply.of(200, "{\"status\": \"DONE\", \"response\": [{\"url\": \"" + arta.url() + "/p.png\"}]}"),
                    Reply.picture());
            var studio = studio(
                    "warren.ai.images.providers.arta.protocol", "arta",
                    "warren.ai.images.providers.arta.url", arta.url(),
                    "warren.ai.images.providers.arta.look", "1ms",
                    "warren.ai.images.order", "arta");

            assertThat(by(make(studio))).isEqualTo("arta");

            assertThat(arta.asked())
                    .extracting(Scripted.Asked::path)
                    .containsExactly(
                            "/api/v1/text2image",
                            "/api/v1/text2image/r-1/status",
                            "/api/v1/text2image/r-1/status",
                            "/p.png");
        }
    }

    @Test
    void arta_whosePictureLiesElsewhere_isNotFollowedThere() {
        try (var elsewhere = new Scripted(Reply.picture());
                var arta = new Scripted(
                        Reply.of(200, "{\"record_id\": \"r-1\"}"),
                        Reply.of(
                                200,
                                "{\"status\": \"DONE\", \"response\": [{\"url\": \""
                                        + elsewhere.url().replace("127.0.0.1", "localhost") + "/p.png\"}]}"))) {
            var studio = studio(
                    "warren.ai.images.providers.arta.protocol", "arta",
                    "warren.ai.images.providers.arta.url", arta.url(),
                    "warren.ai.images.providers.arta.look", "1ms",
                    "warren.ai.images.attempts", "1",
                    "warren.ai.images.order", "arta");

            assertThat(by(make(studio))).isEqualTo("pollinations");

            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void studio_withoutProviders_isNotOpen() {
        var none =
                new Studio(new Http(), Configs.of(ImageConfig.class, Map.of()), () -> now, new SimpleMeterRegistry());

        assertThat(none.isOpen()).isFalse();
        assertThat(Studio.OFF).contains("No image provider is set up");
        assertThat(Optional.of(studio()).get().isOpen()).isTrue();
    }
}
