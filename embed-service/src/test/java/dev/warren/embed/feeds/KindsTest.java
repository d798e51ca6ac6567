package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.feeds.Polled.Answered;
import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.providers.Keys;
import dev.warren.embed.providers.ProvidersConfig;
import dev.warren.embed.sites.FakeFetcher;
import dev.warren.embed.sites.Sites;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members' words mean at each site, and what its sources answer. */
class KindsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CHANNEL =
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCrabbitrabbitrabbitrabb";
    static final FeedsConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(FeedsConfig.class)
            .withConverter(Duration.class, 100, text -> Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text))
            .build()
            .getConfigMapping(FeedsConfig.class);

    private final Sites sites = new Sites()
            .fixture("https://www.youtube.com/@thewarren", "feeds/channel.html")
            .fixture("https://www.youtube.com/c/thewarren", "feeds/channel.html")
            .text(
                    "https://www.googleapis.com/youtube/v3/channels",
                    "application/json",
                    "{\"items\": [{\"id\": \"UCrabbitrabbitrabbitrabb\"}]}")
            .fixture(CHANNEL, "feeds/youtube.xml")
            .fixture("https://meadow.example/feed.xml", "feeds/rss.xml")
            .fixture("https://meadow.example/", "feeds/blog.html")
            .text("https://bare.example/", "text/html", "<title>no feed</title>")
            .fixture("https://archiveofourown.org/tags/Rabbits*s*Hares/works", "feeds/tag.html")
            .fixture("https://github.com/watership/burrow/releases.atom", "feeds/releases.xml")
            .fixture("https://api.twitch.tv/helix/streams", "providers/twitch-stream.json")
            .text("https://api.x.com/2/users/by/username/hazel", "application/json", "{\"data\": {\"id\": \"12\"}}")
            .text(
                    "https://api.x.com/2/users/12/tweets",
                    "application/json",
                    "{\"data\": [{\"id\": \"99\", \"text\": \"Home\\n"
                            + "again\", \"created_at\": \"2026-05-04T08:00:00.000Z\"}]}");
    private final FakeFetcher fetcher = new FakeFetcher(sites);

    private static FeedKind kind(String id, ProvidersConfig keys) {
        var xml = new XmlFeeds(CONFIG);
        return new FeedKinds(List.of(
                        new RssKind(xml),
                        new YouTubeKind(xml, keys),
                        new TwitchKind(keys),
                        new XKind(keys),
                        new DeviantArtKind(xml),
                        new ArchiveKind(xml),
                        new GitHubKind(xml)))
                .of(id)
                .orElseThrow();
    }

    private Located located(String id, ProvidersConfig keys, String words) {
        return kind(id, keys).locate(words, fetcher).await().atMost(PATIENCE);
    }

    private Polled polled(String id, String source, Validators validators) {
        return kind(id, Keys.SET).poll(source, validators, fetcher).await().atMost(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "youtube,    UCrabbitrabbitrabbitrabb",
        "youtube,    @thewarren",
        "youtube,    thewarren",
        "youtube,    https://www.youtube.com/@thewarren/videos",
        "youtube,    https://www.youtube.com/c/thewarren",
        "youtube,    https://youtube.com/channel/UCrabbitrabbitrabbitrabb",
        "youtube,    https://www.youtube.com/feeds/videos.xml?channel_id=UCrabbitrabbitrabbitrabb"
    })
    void channel_ofYouTube_howeverItIsNamed_isItsFeedWithAndWithoutKey(String id, String words) {
        for (var keys : List.of(Keys.NONE, Keys.SET)) {
            assertThat(located(id, keys, words)).isEqualTo(new Located.Source(CHANNEL, "www.youtube.com"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rss        | https://meadow.example/feed.xml               | https://meadow.example/feed.xml
        rss        | https://meadow.example/                       | https://meadow.example/feed.xml
        github     | watership/burrow                              | https://github.com/watership/burrow/releases.atom
        github     | https://github.com/watership/burrow/releases  | https://github.com/watership/burrow/releases.atom
        deviantart | blackberry                                    | https://backend.deviantart.com/rss.xml?q=by%3Ablackberry%20sort%3Atime%20meta%3Aall&type=deviation
        deviantart | https://www.deviantart.com/blackberry/gallery | https://backend.deviantart.com/rss.xml?q=by%3Ablackberry%20sort%3Atime%20meta%3Aall&type=deviation
        deviantart | https://blackberry.deviantart.com/            | https://backend.deviantart.com/rss.xml?q=by%3Ablackberry%20sort%3Atime%20meta%3Aall&type=deviation
        ao3        | Rabbits/Hares                                 | https://archiveofourown.org/tags/42/feed.atom
        ao3        | https://archiveofourown.org/tags/Rabbits*s*Hares/works | https://archiveofourown.org/tags/42/feed.atom
        ao3        | https://archiveofourown.org/tags/42/feed.atom | https://archiveofourown.org/tags/42/feed.atom
        twitch     | https://www.twitch.tv/HazelPlays              | hazelplays
        x          | @hazel                                        | 12/hazel
        x          | https://x.com/hazel                           | 12/hazel
        """)
    void words_thatNameASource_areThatSource(String id, String words, String source) {
        assertThat(located(id, Keys.SET, words))
                .isInstanceOfSatisfying(
                        Located.Source.class,
                        found -> assertThat(found.source()).isEqualTo(source));
    }

    @ParameterizedTest
    @CsvSource({
        "rss, not a link, no-address",
        "rss, https://bare.example/, no-feed",
        "rss, https://nowhere.example/, no-feed",
        "rss, file:///etc/passwd, no-address",
        "youtube, https://example.org/@x, no-channel",
        "youtube, @nobody, no-channel",
        "github, burrow, no-repository",
        "github, ../.. /x, no-repository",
        "deviantart, a b, no-artist",
        "ao3, Nothing, no-tag",
        "twitch, no/name, no-channel",
        "x, way-too-long-a-name, no-account"
    })
    void words_thatNameNothing_areRefusedWithAReason(String id, String words, String reason) {
        // with a key a handle is asked for, and this one is not known
        var keys = id.equals("youtube") ? Keys.NONE : Keys.SET;

        assertThat(located(id, keys, words))
                .isInstanceOfSatisfying(
                        Located.Nowhere.class,
                        nowhere -> assertThat(nowhere.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"twitch", "x"})
    void site_thatWantsAKey_saysSoWithoutOne(String id) {
        assertThat(located(id, Keys.NONE, "hazel"))
                .isInstanceOfSatisfying(
                        Located.Nowhere.class,
                        nowhere -> assertThat(nowhere.reason()).isEqualTo("no-key"));
    }

    @Test
    void stream_thatIsLive_isAnItemByItsOwnNumber() {
        var answered = (Answered) polled("twitch", "hazelplays", Validators.NONE);

        assertThat(answered.document().items()).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo("40944725612");
            assertThat(item.title()).isEqualTo("Carrots until dawn");
            assertThat(item.author()).contains("HazelPlays");
        });
        assertThat(sites.visits().getLast().headers()).containsEntry("client-id", "secret");
    }

    @Test
    void post_ofX_isAnItemInOneLine() {
        var answered = (Answered) polled("x", "12/hazel", Validators.NONE);

        assertThat(answered.document().items()).singleElement().satisfies(item -> {
            assertThat(item.title()).isEqualTo("Home again");
            assertThat(item.link()).contains(URI.create("https://x.com/hazel/status/99"));
        });
    }

    @Test
    void source_thatHasNotChanged_isAskedWithItsValidatorsAndSaysSo() {
        // Given
        sites.at(
                "https://meadow.example/tagged.xml",
                200,
                "application/rss+xml",
                Sites.read("feeds/rss.xml"),
                Map.of(
                        "etag",
                        "\"v1\"",
                        "last-modified",
                        "Wed, 06 May 2026 07:00:00 GMT",
                        "cache-control",
                        "max-age=900"));
        // When
        var first = (Answered) polled("rss", "https://meadow.example/tagged.xml", Validators.NONE);
        var second = polled("rss", "https://meadow.example/tagged.xml", first.validators());
        // Then
        assertThat(first.holds()).contains(Duration.ofMinutes(15));
        assertThat(second).isEqualTo(new Polled.Unchanged(Optional.of(Duration.ofMinutes(15))));
        assertThat(sites.visits().getLast().headers())
                .containsEntry("if-none-match", "\"v1\"")
                .containsEntry("if-modified-since", "Wed, 06 May 2026 07:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"data\": 7}",
                "{\"data\": [7, {}]}",
                "{\"data\": [{\"id\": [], \"title\": {}}]}",
                "<html>",
                "{\"data"
            })
    void answer_thatMakesNoSense_isAFailureOrNothingNew(String body) {
        for (var id : List.of("rss", "youtube", "github", "deviantart", "ao3", "twitch", "x")) {
            var polled = kind(id, Keys.SET)
                    .poll(
                            id.equals("x") ? "12/hazel" : "https://meadow.example/",
                            Validators.NONE,
                            request -> answer(request, 200, body))
                    .await()
                    .atMost(PATIENCE);
            if (polled instanceof Answered answered) {
                assertThat(answered.document().items()).isEmpty();
            }
        }
    }

    @Test
    void site_thatAsksForPatience_isLeftAloneForSoLong() {
        Fetched busy = new Fetched.Answer(
                URI.create("https://meadow.example/"), 429, Map.of("retry-after", "3600"), new byte[0]);

        var polled = kind("rss", Keys.NONE)
                .poll(
                        "https://meadow.example/",
                        Validators.NONE,
                        _ -> Uni.createFrom().item(busy))
                .await()
                .atMost(PATIENCE);

        assertThat(polled).isEqualTo(new Polled.Failed("status-429", Optional.of(Duration.ofHours(1))));
    }

    private static Uni<Fetched> answer(FetchRequest request, int status, String body) {
        return Uni.createFrom()
                .item(new Fetched.Answer(request.address(), status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
