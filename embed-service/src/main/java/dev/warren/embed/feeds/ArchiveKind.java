package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * New works with a tag at the Archive of Our Own, by the tag's Atom feed
 * (<a href="https://archiveofourown.org/faq/subscriptions-and-feeds">subscriptions and feeds</a>). The feed's address has the tag's number,
 * which the page of its works names; the archive offers it for canonical fandom, character and relationship tags.
 */
@ApplicationScoped
class ArchiveKind implements FeedKind {
    private static final String SITE = "https://archiveofourown.org";
    private static final String HOST = "archiveofourown.org";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final Pattern FEED = Pattern.compile("/tags/\\d{1,12}/feed\\.atom");
    private static final int LONGEST_TAG = 150;

    private final XmlFeeds feeds;

    ArchiveKind(XmlFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String id() {
        return "ao3";
    }

    @Override
    public boolean claims(URI link) {
        return Addresses.host(link).equals(HOST) || Addresses.host(link).equals("www." + HOST);
    }

    @Override
    public String template() {
        return "📖 {title}, by {author}\n{link}";
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        var said = words.strip();
        var link = Addresses.of(said);
        if (link.isPresent() && !claims(link.get())
                || said.isEmpty()
                || link.isEmpty() && said.length() > LONGEST_TAG) {
            return Uni.createFrom().item(nowhere());
        }
        var path = link.map(URI::getRawPath);
        if (path.filter(it -> FEED.matcher(it).matches()).isPresent()) {
            return Uni.createFrom().item(source(path.get()));
        }
        var tag = link.map(it -> Addresses.parts(it).size() > 1
                                && Addresses.parts(it).getFirst().equals("tags")
                        ? Addresses.parts(it).get(1)
                        : "")
                .orElseGet(() -> Addresses.encoded(said.replace("/", "*s*")
                                .replace("&", "*a*")
                                .replace(".", "*d*")
                                .replace("?", "*q*")
                                .replace("#", "*h*"))
                        .replace("%2A", "*"));
        if (tag.isEmpty()) {
            return Uni.createFrom().item(nowhere());
        }
        if (NUMBER.matcher(tag).matches() && link.isPresent()) {
            return Uni.createFrom().item(source("/tags/" + tag + "/feed.atom"));
        }
        return feeds.inPage(URI.create(SITE + "/tags/" + tag + "/works"), fetcher)
                .map(found -> found.filter(
                                feed -> FEED.matcher(feed.getRawPath()).matches())
                        .map(feed -> source(feed.getRawPath()))
                        .orElseGet(ArchiveKind::nowhere));
    }

    private static Located source(String path) {
        return new Located.Source(SITE + path, HOST);
    }

    private static Located nowhere() {
        return new Located.Nowhere(
                "no-tag",
                "I find no feed for that. The archive has one for canonical tags: give the link of such a tag's"
                        + " works.");
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        return feeds.poll(URI.create(source), validators, fetcher);
    }
}
