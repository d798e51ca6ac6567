package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * New works of an artist at DeviantArt, by its <a href="https://www.deviantart.com/developers/rss">RSS</a>: a search by the artist, the
 * newest first.
 */
@ApplicationScoped
class DeviantArtKind implements FeedKind {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{3,40}");
    private static final String HOST = "backend.deviantart.com";

    private final XmlFeeds feeds;

    DeviantArtKind(XmlFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String id() {
        return "deviantart";
    }

    @Override
    public boolean claims(URI link) {
        var host = Addresses.host(link);
        return !host.equals(HOST) && (host.equals("deviantart.com") || host.endsWith(".deviantart.com"));
    }

    @Override
    public String template() {
        return "🎨 **{author}**: {title}\n{link}";
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        var name = Addresses.of(words)
                .map(link -> claims(link) ? artist(link) : Optional.<String>empty())
                .orElseGet(() -> Optional.of(words.strip()))
                .filter(it -> NAME.matcher(it).matches());
        return Uni.createFrom()
                .item(name.<Located>map(it -> new Located.Source(
                                Addresses.with(
                                                "https://" + HOST + "/rss.xml",
                                                Map.of("q", "by:" + it + " sort:time meta:all", "type", "deviation"))
                                        .toString(),
                                HOST))
                        .orElseGet(() -> new Located.Nowhere(
                                "no-artist", "Name the artist, or give the link of their page at DeviantArt.")));
    }

    /** Once artists had hosts of their own. */
    private static Optional<String> artist(URI link) {
        var first = Addresses.host(link).replace(".deviantart.com", "").replace("deviantart.com", "www");
        return first.equals("www") ? Addresses.parts(link).stream().findFirst() : Optional.of(first);
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        return feeds.poll(URI.create(source), validators, fetcher);
    }
}
