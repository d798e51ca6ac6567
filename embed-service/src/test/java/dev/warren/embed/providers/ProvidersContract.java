package dev.warren.embed.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Told.Known;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What links show, whichever way the sites are reached. */
abstract class ProvidersContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    abstract Fetcher fetcher();

    private Chain.Result told(ProvidersConfig keys, String link) {
        return Chains.of(keys)
                .tell(URI.create(link), fetcher(), Gate.OPEN)
                .await()
                .atMost(PATIENCE);
    }

    private Preview shown(ProvidersConfig keys, String link) {
        var told = told(keys, link).told();
        assertThat(told).isInstanceOf(Known.class);
        return ((Known) told).preview();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://www.youtube.com/watch?v=burrow00001&t=30s         | youtube    | YouTube    | video      | How a burrow is dug       | The Warren   | false
        https://youtu.be/burrow00001?si=tracked                   | youtube    | YouTube    | video      | How a burrow is dug       | The Warren   | false
        https://www.youtube.com/live/burrow0live                  | youtube    | YouTube    | live       | Night in the burrow       | The Warren   | true
        https://www.youtube.com/playlist?list=PLburrows           | youtube    | YouTube    | playlist   | All burrows               | The Warren   | false
        https://clips.twitch.tv/BraveHoppingRabbit                | twitch     | Twitch     | clip       | What a leap               | HazelPlays   | false
        https://www.twitch.tv/hazelplays/clip/BraveHoppingRabbit  | twitch     | Twitch     | clip       | What a leap               | HazelPlays   | false
        https://www.twitch.tv/hazelplays                          | twitch     | Twitch     | live       | Carrots until dawn        | HazelPlays   | false
        https://www.twitch.tv/fiverdreams                         | twitch     | Twitch     | channel    | FiverDreams               |              | false
        https://x.com/hazel/status/1700000000000000001?s=20       | x          | X          | post       | The hill is ours again.   | Hazel        | false
        https://www.instagram.com/p/Cburrow/                      | instagram  | Instagram  | post       | A post shared by Hazel (@hazel) |        | false
        https://github.com/watership/burrow                       | github     | GitHub     | repository | watership/burrow          | watership    | false
        https://github.com/watership/burrow/issues/7              | github     | GitHub     | issue      | The roof leaks            | pipkin       | false
        """)
    void link_withKeysSet_isToldByTheSitesOwnInterface(
            String link, String provider, String site, String kind, String title, String author, boolean adult) {
        var told = told(Keys.SET, link);

        assertThat(told.provider()).isEqualTo(provider);
        assertShown(told.told(), site, kind, title, author, adult);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://www.youtube.com/shorts/burrow0hop1                       | youtube    | YouTube            | short | One hop                   | The Warren       | false
        https://twitter.com/hazel/status/1700000000000000001             | x          | X                  | post  | The hill is ours again.   | Hazel            | false
        https://www.tiktok.com/@clover/video/7200000000000000000         | tiktok     | TikTok             | video | Ears up #rabbits          | Clover           | false
        https://soundcloud.com/bluebell/down                             | soundcloud | SoundCloud         | track | Down by Bluebell          | Bluebell         | false
        https://www.threads.net/@clover/post/Cabc                        | threads    | Threads            | post  | Clover is best in May     | @clover          | false
        https://bsky.app/profile/hazel.example/post/3kburrow             | bluesky    | Bluesky            | post  | Silflay at six?           | Hazel            | true
        https://www.reddit.com/r/rabbits/comments/1burrow/my_rabbit/     | reddit     | Reddit             | post  | My rabbit learned a trick | u/cowslip        | true
        https://www.reddit.com/r/rabbits/s/AbCdEf                        | reddit     | Reddit             | post  | Share of a burrow         | strawberry       | false
        https://open.spotify.com/intl-de/track/4burrow                   | spotify    | Spotify            | track | Bright Ears               |                  | false
        https://www.deviantart.com/blackberry/art/Rabbit-at-Dawn-1       | deviantart | DeviantArt         | work  | Rabbit at Dawn            | blackberry       | true
        https://archiveofourown.org/works/1972/chapters/3                | ao3        | Archive of Our Own | work  | The Long Way to the Down  | dandelion, fiver | false
        https://archiveofourown.org/collections/down/works/1973          | ao3        | Archive of Our Own | work  | What happens at night     | dandelion, fiver | true
        https://github.com/watership/burrow                              | opengraph  | GitHub             | page  | GitHub - watership/burrow: Tunnels that hold | | false
        https://vimeo.com/1                                              | oembed     | Vimeo              | page  | A day above               | Bigwig           | false
        https://discovered.example/a                                     | oembed     | discovered.example | page  | Found by discovery        | Holly            | true
        https://meadow.example/news/1                                    | opengraph  | Meadow News        | page  | Käferblüten & Klee        |                  | false
        https://films.example/crossing                                   | opengraph  | films.example      | page  | The Crossing              | Silver           | false
        """)
    void link_withoutAnyKey_isToldByOEmbedOrByThePage(
            String link, String provider, String site, String kind, String title, String author, boolean adult) {
        var told = told(Keys.NONE, link);

        assertThat(told.provider()).isEqualTo(provider);
        assertShown(told.told(), site, kind, title, author, adult);
    }

    private static void assertShown(
            Told told,
            String site,
            String kind,
            String title,
            @org.jspecify.annotations.Nullable String author,
            boolean adult) {
        assertThat(told).isInstanceOfSatisfying(Known.class, known -> {
            var preview = known.preview();
            assertThat(preview.site()).isEqualTo(site);
            assertThat(preview.kind()).isEqualTo(kind);
            assertThat(preview.title()).isEqualTo(title);
            assertThat(preview.author().orElse(null)).isEqualTo(author);
            assertThat(preview.adult()).isEqualTo(adult);
        });
    }

    @Test
    void video_ofYouTubeWithKey_hasDurationThumbnailChannelAndTime() {
        var preview = shown(Keys.SET, "https://m.youtube.com/watch?v=burrow00001");

        assertThat(preview.link()).hasToString("https://www.youtube.com/watch?v=burrow00001");
        assertThat(preview.duration()).contains(Duration.ofSeconds(253));
        assertThat(preview.image()).contains(URI.create("https://i.ytimg.com/vi/burrow00001/hqdefault.jpg"));
        assertThat(preview.authorLink())
                .contains(URI.create("https://www.youtube.com/channel/UCrabbitrabbitrabbitrabb"));
        assertThat(preview.publishedAt()).contains(Instant.parse("2026-05-01T10:00:00Z"));
    }

    @Test
    void page_thatNamesAForeignAddressAndARelativePicture_keepsItsOwnAddressAndResolvesThePicture() {
        var preview = shown(Keys.NONE, "https://meadow.example/news/1");

        assertThat(preview.link()).hasToString("https://meadow.example/news/1");
        assertThat(preview.image()).contains(URI.create("https://meadow.example/clover.png"));
        assertThat(preview.description()).contains("What grows where.");
        assertThat(preview.colour()).contains(0x12AB34);
        assertThat(preview.publishedAt()).contains(Instant.parse("2026-05-06T05:00:00Z"));
    }

    @Test
    void page_withLinkedData_hasItsDurationAndPicture() {
        var preview = shown(Keys.NONE, "https://films.example/crossing");

        assertThat(preview.duration()).contains(Duration.ofMinutes(62));
        assertThat(preview.image()).contains(URI.create("https://films.example/crossing.jpg"));
    }

    @Test
    void post_forMembersOfBlueskyAlone_isNotShown() {
        var told = told(Keys.NONE, "https://bsky.app/profile/shy.example/post/3kshy");

        assertThat(told.told()).isInstanceOf(Told.Nothing.class);
    }

    @Test
    void link_thatNobodyKnows_isNothing() {
        var told = told(Keys.SET, "https://nowhere.example/");

        assertThat(told.told()).isEqualTo(new Told.Nothing("gone"));
    }
}
