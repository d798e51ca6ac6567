package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Any RSS (<a href="https://www.rssboard.org/rss-specification">2.0</a>) or Atom (RFC 4287) feed, or a page that names one. */
@ApplicationScoped
class RssKind implements FeedKind {
    static final String ID = "rss";

    private final XmlFeeds feeds;

    RssKind(XmlFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean claims(URI link) {
        return true;
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        var address = Addresses.of(words);
        if (address.isEmpty()) {
            return Uni.createFrom()
                    .item(new Located.Nowhere("no-address", "I need the link of a feed or of a page with one."));
        }
        return feeds.poll(address.get(), Validators.NONE, fetcher).chain(polled -> switch (polled) {
            case Polled.Answered _, Polled.Unchanged _ -> Uni.createFrom().item(source(address.get()));
            case Polled.Failed _ ->
                feeds.inPage(address.get(), fetcher)
                        .map(found -> found.<Located>map(RssKind::source)
                                .orElseGet(() -> new Located.Nowhere(
                                        "no-feed", "There is no feed, and no page that names one, at that link.")));
        });
    }

    static Located source(URI address) {
        return new Located.Source(address.toString(), Addresses.host(address));
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        return feeds.poll(URI.create(source), validators, fetcher);
    }
}
