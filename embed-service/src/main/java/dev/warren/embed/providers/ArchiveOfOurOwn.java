package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Works of the Archive of Our Own. It has neither an interface nor oEmbed; the page's form is that of its published source
 * (<a href="https://github.com/otwcode/otwarchive/tree/master/app/views/works">otwarchive, views/works</a>): heading, byline, rating,
 * summary. {@code view_adult} passes its question after the reader's age, which is answered by showing such works in age-restricted
 * channels alone.
 */
@ApplicationScoped
class ArchiveOfOurOwn implements Provider {
    private static final String SITE = "Archive of Our Own";
    private static final int RED = 0x990000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final Set<String> ADULT = Set.of("explicit", "mature", "not rated");

    private static Optional<String> work(URI link) {
        var parts = Addresses.parts(link);
        int place = parts.indexOf("works");
        return Addresses.isOn(link, "archiveofourown.org", "ao3.org") && place >= 0 && parts.size() > place + 1
                ? Optional.of(parts.get(place + 1))
                        .filter(id -> NUMBER.matcher(id).matches())
                : Optional.empty();
    }

    @Override
    public String id() {
        return "ao3";
    }

    @Override
    public boolean claims(URI link) {
        return work(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return work(link)
                .map(id -> "https://archiveofourown.org/works/" + id)
                .map(address -> Inquiry.page(
                        fetcher,
                        Addresses.with(address, Map.of("view_adult", "true")),
                        page -> read(page, URI.create(address))))
                .orElseGet(() -> Uni.createFrom().item(new Told.Nothing("other-link")));
    }

    private static Optional<Sketch> read(Document page, URI address) {
        var title = text(page, "h2.title.heading");
        if (title.isEmpty()) {
            return Optional.empty();
        }
        var authors = page.select(".byline a[rel=author]");
        var names = authors.stream().limit(5).map(Element::text).collect(Collectors.joining(", "));
        var rating = text(page, "dd.rating");
        return Optional.of(Sketch.of(SITE, address, "work")
                .coloured(RED)
                .titled(title)
                .saying(text(page, ".summary blockquote"))
                .by(
                        names.isBlank() ? text(page, ".byline") : Optional.of(names),
                        Optional.ofNullable(authors.first())
                                .flatMap(author -> Addresses.of(address, author.attr("href"))))
                .since(text(page, "dd.published").flatMap(day -> Json.time(day + "T00:00:00Z")))
                // a page without a rating has not been understood
                .adultIf(rating.isEmpty()
                        || rating.filter(words ->
                                        ADULT.stream().anyMatch(words.toLowerCase(java.util.Locale.ROOT)::contains))
                                .isPresent()));
    }

    private static Optional<String> text(Document page, String selector) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(Element::text)
                .filter(text -> !text.isBlank());
    }
}
