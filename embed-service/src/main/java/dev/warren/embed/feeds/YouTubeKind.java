package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.FetchRequest.Want;
import dev.warren.embed.fetching.Fetched.Answer;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import dev.warren.embed.providers.Json;
import dev.warren.embed.providers.Pages;
import dev.warren.embed.providers.ProvidersConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * New videos of a channel, by its Atom feed (<a href="https://developers.google.com/youtube/v3/guides/push_notifications">named in the
 * documentation of push notifications</a>). A handle is resolved by the Data API where a key is set
 * (<a href="https://developers.google.com/youtube/v3/docs/channels/list">channels.list, forHandle</a>), else by the channel's page, which
 * names its feed and its canonical address.
 */
@ApplicationScoped
class YouTubeKind implements FeedKind {
    private static final String FEED = "https://www.youtube.com/feeds/videos.xml?channel_id=";
    private static final Pattern CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    private static final Pattern HANDLE = Pattern.compile("@?[\\p{L}\\p{N}._-]{3,60}");
    private static final Located NOWHERE = new Located.Nowhere(
            "no-channel",
            "I find no such channel. Its link, such as https://www.youtube.com/@name, is the surest way.");

    private final XmlFeeds feeds;
    private final Optional<String> key;

    YouTubeKind(XmlFeeds feeds, ProvidersConfig config) {
        this.feeds = feeds;
        this.key = config.youtubeKey();
    }

    @Override
    public String id() {
        return "youtube";
    }

    @Override
    public boolean claims(URI link) {
        return List.of("youtube.com", "www.youtube.com", "m.youtube.com").contains(Addresses.host(link));
    }

    @Override
    public String template() {
        return "📺 **{author}**: {title}\n{link}";
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        var said = words.strip();
        if (CHANNEL.matcher(said).matches()) {
            return Uni.createFrom().item(source(said));
        }
        var link = Addresses.of(said).filter(this::claims);
        if (link.isEmpty()) {
            return HANDLE.matcher(said).matches()
                    ? byHandle(said.startsWith("@") ? said : "@" + said, fetcher)
                    : Uni.createFrom().item(NOWHERE);
        }
        var parts = Addresses.parts(link.get());
        var named = Addresses.parameter(link.get(), "channel_id")
                .or(() -> parts.size() > 1 && parts.getFirst().equals("channel")
                        ? Optional.of(parts.get(1))
                        : Optional.empty())
                .filter(id -> CHANNEL.matcher(id).matches());
        return named.map(id -> Uni.createFrom().item(source(id)))
                .orElseGet(() -> !parts.isEmpty() && parts.getFirst().startsWith("@")
                        ? byHandle(parts.getFirst(), fetcher)
                        : byPage("https://www.youtube.com" + link.get().getRawPath(), fetcher));
    }

    private static Located source(String channel) {
        return new Located.Source(FEED + channel, "www.youtube.com");
    }

    private Uni<Located> byHandle(String handle, Fetcher fetcher) {
        var page = "https://www.youtube.com/"
                + (handle.contains("%") ? handle : "@" + Addresses.encoded(handle.substring(1)));
        if (key.isEmpty()) {
            return byPage(page, fetcher);
        }
        var address = Addresses.with(
                "https://www.googleapis.com/youtube/v3/channels",
                Map.of("part", "id", "forHandle", handle, "key", key.get()));
        return fetcher.get(FetchRequest.of(address, Want.JSON)).chain(fetched -> {
            var id = fetched instanceof Answer answer && answer.ok()
                    ? Json.parse(answer.body())
                            .flatMap(node -> Json.first(node, "items"))
                            .flatMap(item -> Json.text(item, "id"))
                            .filter(it -> CHANNEL.matcher(it).matches())
                    : Optional.<String>empty();
            return id.map(it -> Uni.createFrom().item(source(it))).orElseGet(() -> byPage(page, fetcher));
        });
    }

    /** Only what the page says of itself counts: it also names channels that it recommends. */
    private Uni<Located> byPage(String page, Fetcher fetcher) {
        return Addresses.of(page)
                .map(address -> feeds.page(address, fetcher)
                        .map(found -> found.flatMap(YouTubeKind::channel)
                                .map(YouTubeKind::source)
                                .orElse(NOWHERE)))
                .orElseGet(() -> Uni.createFrom().item(NOWHERE));
    }

    private static Optional<String> channel(Answer page) {
        return XmlFeeds.named(page)
                .flatMap(feed -> Addresses.parameter(feed, "channel_id"))
                .or(() -> Pages.parse(page)
                        .flatMap(it -> Optional.ofNullable(it.selectFirst("link[rel=canonical]")))
                        .flatMap(link -> Addresses.of(page.address(), link.attr("href")))
                        .map(Addresses::parts)
                        .filter(parts -> parts.size() == 2 && parts.getFirst().equals("channel"))
                        .map(parts -> parts.get(1)))
                .filter(id -> CHANNEL.matcher(id).matches());
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        return feeds.poll(URI.create(source), validators, fetcher);
    }
}
