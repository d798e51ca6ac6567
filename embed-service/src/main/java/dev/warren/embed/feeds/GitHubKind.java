package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Releases of a repository at GitHub, by the Atom feed that its page of releases names
 * (<a href="https://docs.github.com/en/rest/activity/feeds">feeds</a>).
 */
@ApplicationScoped
class GitHubKind implements FeedKind {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final XmlFeeds feeds;

    GitHubKind(XmlFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String id() {
        return "github";
    }

    @Override
    public boolean claims(URI link) {
        return List.of("github.com", "www.github.com").contains(Addresses.host(link))
                && Addresses.parts(link).size() >= 2;
    }

    @Override
    public String template() {
        return "🏷️ {feed}: {title}\n{link}";
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        var parts = Addresses.of(words)
                .filter(this::claims)
                .map(Addresses::parts)
                .orElseGet(() -> Arrays.asList(words.strip().split("/", -1)));
        boolean named = parts.size() >= 2
                && parts.stream().limit(2).allMatch(part -> NAME.matcher(part).matches());
        return Uni.createFrom()
                .item(
                        named
                                ? new Located.Source(
                                        "https://github.com/" + parts.get(0) + "/" + parts.get(1) + "/releases.atom",
                                        "github.com")
                                : new Located.Nowhere(
                                        "no-repository", "Name the repository as owner/name, or by its link."));
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        return feeds.poll(URI.create(source), validators, fetcher);
    }
}
