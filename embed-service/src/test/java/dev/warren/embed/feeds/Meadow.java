package dev.warren.embed.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.embed.sites.LoopbackSites;
import dev.warren.embed.sites.Sites;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site on loopback whose feed grows. */
final class Meadow implements AutoCloseable {
    private static final AtomicInteger FEEDS = new AtomicInteger();

    private final Sites sites = new Sites();
    private final LoopbackSites server = new LoopbackSites(sites);
    private final String path = "/feed-" + FEEDS.incrementAndGet() + ".xml";
    private int items;

    /** Where its feed is. */
    String address() {
        return server.address(path);
    }

    /** From now on it shows so many items, each a minute younger than the one before; the newest are new. */
    Meadow show(int count) {
        items = count;
        var now = Instant.now();
        var xml = "<rss version=\"2.0\"><channel><title>Meadow " + path + "</title><link>https://meadow.example/</link>"
                + "<description>d</description>"
                + IntStream.range(0, count)
                        .mapToObj(back -> count - 1 - back)
                        .map(number -> "<item><guid>item-" + number + "</guid><title>Clover " + number
                                + " @everyone</title>"
                                + "<link>https://meadow.example/" + number + "</link><pubDate>"
                                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        now.minusSeconds(60L * (count - number)).atOffset(ZoneOffset.UTC))
                                + "</pubDate></item>")
                        .collect(Collectors.joining())
                + "</channel></rss>";
        sites.at(
                address(),
                200,
                "application/rss+xml; charset=utf-8",
                xml.getBytes(UTF_8),
                Map.of("etag", "\"v" + count + "\""));
        return this;
    }

    Meadow grow(int more) {
        return show(items + more);
    }

    /** It answers with this status and nothing else. */
    void answer(int status) {
        sites.at(address(), status, "text/plain", new byte[0], Map.of());
    }

    /** How often it was asked. */
    int visits() {
        return sites.visits().size();
    }

    Sites.Visit lastVisit() {
        return sites.visits().getLast();
    }

    @Override
    public void close() {
        server.close();
    }
}
