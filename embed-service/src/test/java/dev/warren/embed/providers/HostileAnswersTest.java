package dev.warren.embed.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a site answers, it is an outcome. */
class HostileAnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HUGE = 40_000;

    private static final List<String> LINKS = List.of(
            "https://www.youtube.com/watch?v=burrow00001",
            "https://www.youtube.com/playlist?list=PLburrows",
            "https://clips.twitch.tv/BraveHoppingRabbit",
            "https://www.twitch.tv/hazelplays",
            "https://x.com/hazel/status/1700000000000000001",
            "https://www.tiktok.com/@clover/video/7200000000000000000",
            "https://soundcloud.com/bluebell/down",
            "https://www.threads.net/@clover/post/Cabc",
            "https://bsky.app/profile/hazel.example/post/3kburrow",
            "https://www.reddit.com/r/rabbits/comments/1burrow/my_rabbit/",
            "https://www.instagram.com/p/Cburrow/",
            "https://open.spotify.com/track/4burrow",
            "https://www.deviantart.com/blackberry/art/Rabbit-at-Dawn-1",
            "https://archiveofourown.org/works/1972",
            "https://github.com/watership/burrow",
            "https://vimeo.com/1",
            "https://discovered.example/a",
            "https://meadow.example/news/1");

    /** Bodies that no documentation knows: broken off, of other types, huge, deep, in no charset. */
    static Stream<byte[]> bodies() {
        var texts = Stream.of(
                "",
                "null",
                "[]",
                "{}",
                "42",
                "\"text\"",
                "{\"title\":",
                "<html><head><title></title>",
                "{\"title\": 7, \"author_name\": [1], \"html\": {}, \"thumbnail_url\": \"javascript:alert(1)\","
                        + " \"duration\": \"soon\"}",
                "{\"items\": {}, \"data\": \"none\", \"thread\": [], \"includes\": 3}",
                "{\"items\": [null], \"data\": [7], \"thread\": {\"post\": null}}",
                "{\"items\": [{\"snippet\": {\"title\": 1, \"thumbnails\": [], \"publishedAt\": \"yesterday\"},"
                        + " \"contentDetails\": \"no\"}]}",
                "{\"data\": {\"id\": null, \"text\": {}}, \"includes\": {\"users\": [[]], \"media\": [1]}}",
                "{\"data\": [{\"id\": \"a b\", \"title\": \"\\u0000\", \"duration\": 1e300, \"created_at\": 5,"
                        + " \"user_login\": \"../x\"}]}",
                "{\"thread\": {\"post\": {\"author\": {\"labels\": {}}, \"labels\": [1, {\"val\": 2}], \"embed\": [],"
                        + " \"record\": \"x\"}}}",
                "[{\"data\": {\"children\": [{\"data\": {\"title\": [], \"permalink\": \"http://[bad\","
                        + " \"created_utc\": 1e99}}]}}]",
                "{\"title\": \"" + "x".repeat(HUGE) + "\", \"author_name\": \"" + "y".repeat(HUGE) + "\"}",
                "{\"items\": [{\"snippet\": {\"title\": \"" + "🐇".repeat(HUGE / 4) + "\"}}]}",
                "[".repeat(HUGE),
                "{\"a\":".repeat(HUGE / 8),
                "<div>".repeat(5_000) + "<meta property=og:title content=deep>",
                "<title>" + "z".repeat(HUGE) + "</title>",
                "<script type=application/ld+json>" + "[".repeat(10_000) + "</script><title>kept</title>",
                "<meta property=og:title content='a'><meta property=og:image content='http://[bad'>"
                        + "<meta property=og:url content='::'><meta name=theme-color content='#zzzzzz'>");
        return Stream.concat(
                texts.map(text -> text.getBytes(UTF_8)),
                Stream.of(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2, 3}, new byte[HUGE]));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatMakesNoSense_isAnOutcomeWithBoundedTexts(byte[] body) {
        for (var link : LINKS) {
            for (var keys : List.of(Keys.NONE, Keys.SET)) {
                for (var type : List.of("application/json", "text/html; charset=none-such")) {
                    var told = told(keys, link, answering(200, type, body));

                    assertThat(told).as(link).isNotNull();
                    if (told instanceof Told.Known(var preview, var _)) {
                        assertThat(preview.title()).hasSizeBetween(1, Sketch.LONGEST_TITLE);
                        assertThat(preview.author().orElse("")).hasSizeLessThanOrEqualTo(Sketch.LONGEST_AUTHOR);
                        assertThat(preview.image().map(URI::getScheme).orElse("https"))
                                .startsWith("http");
                    }
                }
            }
        }
    }

    @Test
    void status_ofEachKind_isNothingOrTrouble() {
        for (var link : LINKS) {
            for (int status : new int[] {204, 301, 304, 400, 401, 403, 404, 410, 418, 429, 451, 500, 503}) {
                assertThat(told(Keys.SET, link, answering(status, "text/plain", new byte[0])))
                        .as(link + " " + status)
                        .isInstanceOfAny(Told.Nothing.class, Told.Trouble.class);
            }
        }
    }

    @Test
    void site_thatDoesNotAnswerOrMayNotBeAsked_isTroubleOrNothing() {
        for (var link : LINKS) {
            assertThat(told(Keys.SET, link, _ -> item(new Fetched.Failed("timeout"))))
                    .isEqualTo(new Told.Trouble("timeout"));
            assertThat(told(Keys.SET, link, _ -> item(new Fetched.Refused("private-address", ""))))
                    .isEqualTo(new Told.Nothing("refused-private-address"));
        }
    }

    @Test
    void fetcher_thatFailsAgainstItsPromise_isTrouble() {
        for (var link : LINKS) {
            assertThat(told(Keys.SET, link, _ -> Uni.createFrom().failure(new IllegalStateException("broken"))))
                    .isEqualTo(new Told.Trouble("failed"));
        }
    }

    private static Uni<Fetched> item(Fetched fetched) {
        return Uni.createFrom().item(fetched);
    }

    private static Fetcher answering(int status, String type, byte[] body) {
        return (FetchRequest request) ->
                item(new Fetched.Answer(request.address(), status, Map.of("content-type", type), body));
    }

    private static Told told(ProvidersConfig keys, String link, Fetcher fetcher) {
        return Chains.of(keys)
                .tell(URI.create(link), fetcher, Gate.OPEN)
                .await()
                .atMost(PATIENCE)
                .told();
    }
}
