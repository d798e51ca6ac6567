package dev.warren.embed.feeds;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.warren.embed.sites.Sites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of RSS and Atom, and what is not. */
class FeedParserTest {
    private static final URI ADDRESS = URI.create("https://meadow.example/feed.xml");
    private static final FeedParser PARSER = new FeedParser(100);

    private static Optional<FeedDocument> parse(byte[] body) {
        return PARSER.parse(body, Optional.of("application/xml"), ADDRESS);
    }

    private static Optional<FeedDocument> parse(String body) {
        return parse(body.getBytes(UTF_8));
    }

    private static FeedDocument fixture(String name) {
        return parse(Sites.read("feeds/" + name)).orElseThrow();
    }

    @Test
    void rss_withAndWithoutGuid_givesItemsWithIdLinkAuthorAndTime() {
        var feed = fixture("rss.xml");

        assertThat(feed.title()).isEqualTo("Meadow News");
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "meadow-2",
                                "Clover & <b>dew</b>",
                                Optional.of(URI.create("https://meadow.example/2")),
                                Optional.of("Hazel"),
                                Optional.of(Instant.parse("2026-05-06T07:00:00Z"))),
                        new FeedItem(
                                "/1",
                                "First grass",
                                Optional.of(URI.create("https://meadow.example/1")),
                                Optional.empty(),
                                Optional.of(Instant.parse("2026-05-05T07:00:00Z"))));
    }

    @Test
    void atom_ofYouTube_givesVideosByTheirIds() {
        var item = fixture("youtube.xml").items().getFirst();

        assertThat(item.id()).isEqualTo("yt:video:burrow00001");
        assertThat(item.author()).contains("The Warren");
        assertThat(item.link()).contains(URI.create("https://www.youtube.com/watch?v=burrow00001"));
        assertThat(item.published()).contains(Instant.parse("2026-05-01T10:00:00Z"));
    }

    @Test
    void atom_ofReleases_countsTheTimeOfChangeWhereThereIsNoOther() {
        var item = fixture("releases.xml").items().getFirst();

        assertThat(item.title()).isEqualTo("v1.2.0");
        assertThat(item.published()).contains(Instant.parse("2026-05-06T00:00:00Z"));
    }

    @Test
    void rdf_ofOldTimes_isReadToo() {
        assertThat(fixture("rdf.xml").items())
                .singleElement()
                .satisfies(item -> assertThat(item.title()).isEqualTo("Still here"));
    }

    @Test
    void document_inAnotherCharset_isReadByItsMark() {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss version=\"2.0\"><channel><title>Käfer</title>"
                + "<link>https://x.example</link><description>d</description></channel></rss>";

        assertThat(parse(xml.getBytes(UTF_16)).orElseThrow().title()).isEqualTo("Käfer");
    }

    @Test
    void entities_thatMultiply_areNoFeed() {
        assertThat(parse(Sites.read("feeds/bomb.xml"))).isEmpty();
    }

    @Test
    void entity_ofAFileOrAnAddress_isNeitherReadNorFetched(@TempDir Path folder) throws IOException {
        // Given
        var secret = Files.writeString(folder.resolve("secret.txt"), "hrududu");
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var remote = "http://127.0.0.1:" + server.getAddress().getPort() + "/evil.dtd";
            for (var doctype : new String[] {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + remote + "\">]>",
                "<!DOCTYPE rss SYSTEM \"" + remote + "\">",
                "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + remote + "\"> %p;]>"
            }) {
                // When
                var feed = parse("<?xml version=\"1.0\"?>" + doctype
                        + "<rss version=\"2.0\"><channel><title>&x;</title><link>https://x.example</link>"
                        + "<description>d</description></channel></rss>");
                // Then
                assertThat(feed).isEmpty();
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nesting_withoutEnd_isNoFeed() {
        var deep =
                "<rss version=\"2.0\"><channel><title>t</title><link>https://x.example</link><description>d</description>"
                        + "<item><title>i</title>" + "<a>".repeat(200_000);

        assertThat(parse(deep)).isEmpty();
        assertThat(parse(deep + "</a>".repeat(200_000) + "</item></channel></rss>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "plain",
                "<html><body>no</body></html>",
                "<rss version=\"2.0\">",
                "<rss version=\"9.9\"><channel/></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>",
                "<?xml version=\"1.0\" encoding=\"none-such\"?><rss/>",
                "<rss version=\"2.0\"><channel><item><pubDate>gestern</pubDate></channel></rss>"
            })
    void document_thatIsNone_isNone(String body) {
        assertThat(parse(body)).isEmpty();
    }

    @Test
    void items_withoutTitleOrWithHugeOnes_areCutAndNamed() {
        var feed = parse(
                        "<rss version=\"2.0\"><channel><title>t</title><link>https://x.example</link><description>d</description>"
                                + "<item><guid>" + "g".repeat(5_000) + "</guid><title>" + "🐇".repeat(100_000)
                                + "</title></item>"
                                + "<item><link>https://x.example/2</link></item><item/></channel></rss>")
                .orElseThrow();

        assertThat(feed.items()).hasSize(2);
        assertThat(feed.items().getFirst().id()).hasSizeLessThanOrEqualTo(FeedItem.LONGEST_ID);
        assertThat(feed.items().getFirst().title()).hasSizeLessThanOrEqualTo(FeedItem.LONGEST_TITLE);
        assertThat(feed.items().get(1).title()).isEqualTo("(untitled)");
    }

    @Test
    void items_beyondTheMost_areNotRead() {
        var feed = new FeedParser(1)
                .parse(Sites.read("feeds/rss.xml"), Optional.empty(), ADDRESS)
                .orElseThrow();

        assertThat(feed.items()).hasSize(1);
    }
}
