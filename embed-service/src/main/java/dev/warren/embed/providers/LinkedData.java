package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;

/** What a page's JSON-LD says, in the words of schema.org: the first of its things that has a name or a headline. */
record LinkedData(
        Optional<String> title,
        Optional<String> description,
        Optional<String> author,
        Optional<String> image,
        Optional<Duration> duration,
        Optional<Instant> published) {
    private static final LinkedData NOTHING = new LinkedData(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    /** Scripts that are looked into; a page may have thousands. */
    private static final int MOST = 10;
    /** Kinds that speak of the site rather than of the page. */
    private static final List<String> ABOUT_THE_SITE =
            List.of("WebSite", "Organization", "BreadcrumbList", "Corporation");

    static LinkedData of(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .limit(MOST)
                .flatMap(script -> Json.parse(script.data()).stream())
                .flatMap(LinkedData::things)
                .filter(thing -> Json.text(thing, "@type")
                        .filter(ABOUT_THE_SITE::contains)
                        .isEmpty())
                .filter(thing -> title(thing).isPresent())
                .findFirst()
                .map(LinkedData::read)
                .orElse(NOTHING);
    }

    private static Stream<JsonNode> things(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).limit(MOST);
        }
        var graph = node.path("@graph");
        return graph.isArray()
                ? StreamSupport.stream(graph.spliterator(), false).limit(MOST)
                : Stream.of(node);
    }

    private static Optional<String> title(JsonNode thing) {
        return Json.text(thing, "headline").or(() -> Json.text(thing, "name"));
    }

    private static LinkedData read(JsonNode thing) {
        return new LinkedData(
                title(thing),
                Json.text(thing, "description"),
                oneOf(thing.path("author"), "name"),
                oneOf(thing.path("image"), "url").or(() -> oneOf(thing.path("thumbnailUrl"), "url")),
                Json.duration(thing, "duration"),
                Json.time(thing, "datePublished").or(() -> Json.time(thing, "uploadDate")));
    }

    /** A text, a thing with that text, or the first of several of either. */
    private static Optional<String> oneOf(JsonNode value, String name) {
        var one = value.isArray() ? value.path(0) : value;
        return Json.text(one).or(() -> Json.text(one, name));
    }
}
