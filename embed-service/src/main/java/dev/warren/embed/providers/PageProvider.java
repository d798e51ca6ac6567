package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Any page, by what it says of itself: <a href="https://ogp.me/">Open Graph</a>,
 * <a href="https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents">JSON-LD</a> in the words of
 * <a href="https://schema.org/">schema.org</a>, then title and description of HTML.
 */
@ApplicationScoped
class PageProvider implements Provider {
    private static final String NAMED = "meta[property=\"%1$s\"], meta[name=\"%1$s\"]";

    @Override
    public String id() {
        return "opengraph";
    }

    @Override
    public Rank rank() {
        return Rank.PAGE;
    }

    @Override
    public boolean claims(URI link) {
        return !Addresses.host(link).isEmpty();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return Inquiry.page(fetcher, link, page -> Optional.of(read(page, link)));
    }

    private static Sketch read(Document page, URI link) {
        var data = LinkedData.of(page);
        var canonical =
                meta(page, "og:url").flatMap(text -> Addresses.of(link, text)).filter(url -> sameHost(url, link));
        var begun = Sketch.of(
                        meta(page, "og:site_name")
                                .flatMap(name -> Sketch.clean(name, Sketch.LONGEST_AUTHOR))
                                .orElseGet(() -> Addresses.host(link)),
                        canonical.orElse(link),
                        kind(meta(page, "og:type").orElse("")))
                .titled(meta(page, "og:title", "twitter:title")
                        .or(data::title)
                        .or(() -> Optional.of(page.title()).filter(title -> !title.isBlank())))
                .saying(meta(page, "og:description", "twitter:description")
                        .or(data::description)
                        .or(() -> meta(page, "description")))
                .by(data.author().or(() -> meta(page, "author")), Optional.empty())
                .showing(meta(page, "og:image:secure_url", "og:image", "og:image:url", "twitter:image")
                        .flatMap(text -> Addresses.of(link, text))
                        .or(() -> data.image().flatMap(text -> Addresses.of(link, text))))
                .lasting(data.duration().or(() -> seconds(meta(page, "og:video:duration", "video:duration"))))
                .since(data.published()
                        .or(() -> meta(page, "article:published_time").flatMap(Json::time)))
                .adultIf(Ratings.isAdult(page));
        return colour(meta(page, "theme-color")).map(begun::coloured).orElse(begun);
    }

    /** A page may name its own address, not somebody else's. */
    private static boolean sameHost(URI one, URI other) {
        return Addresses.host(one).equals(Addresses.host(other));
    }

    private static String kind(String type) {
        return type.startsWith("video") ? "video" : type.startsWith("music") ? "track" : "page";
    }

    private static Optional<java.time.Duration> seconds(Optional<String> text) {
        return text.filter(it -> it.matches("[1-9]\\d{0,7}"))
                .map(it -> java.time.Duration.ofSeconds(Long.parseLong(it)));
    }

    private static Optional<Integer> colour(Optional<String> text) {
        return text.map(String::strip)
                .filter(it -> it.matches("#[0-9A-Fa-f]{6}"))
                .map(it -> Integer.parseInt(it.substring(1), 16));
    }

    private static Optional<String> meta(Document page, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> page.select(NAMED.formatted(name)).stream())
                .map(element -> element.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .findFirst();
    }
}
