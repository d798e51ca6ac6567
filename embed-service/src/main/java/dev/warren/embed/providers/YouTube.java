package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Videos, shorts, live streams and playlists. With a key by the Data API v3
 * (<a href="https://developers.google.com/youtube/v3/docs/videos">videos</a>,
 * <a href="https://developers.google.com/youtube/v3/docs/playlists">playlists</a>); without one by YouTube's oEmbed endpoint, which does
 * not tell the duration.
 */
@ApplicationScoped
class YouTube implements Provider {
    private static final String SITE = "YouTube";
    private static final int RED = 0xFF0000;
    private static final String API = "https://www.googleapis.com/youtube/v3/";

    private final Optional<String> key;

    YouTube(ProvidersConfig config) {
        this.key = config.youtubeKey();
    }

    @Override
    public String id() {
        return "youtube";
    }

    @Override
    public boolean claims(URI link) {
        return YouTubeLink.of(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return YouTubeLink.of(link)
                .map(named ->
                        key.map(secret -> byApi(named, secret, fetcher)).orElseGet(() -> byOEmbed(named, fetcher)))
                .orElseGet(() -> Uni.createFrom().item(new Told.Nothing("other-link")));
    }

    private static Uni<Told> byOEmbed(YouTubeLink named, Fetcher fetcher) {
        return OEmbed.ask(fetcher, "https://www.youtube.com/oembed", begun(named, named.kind()), it -> it);
    }

    private static Sketch begun(YouTubeLink named, String kind) {
        return Sketch.of(SITE, named.canonical(), kind).coloured(RED);
    }

    private static Uni<Told> byApi(YouTubeLink named, String secret, Fetcher fetcher) {
        boolean playlist = named.kind().equals(YouTubeLink.PLAYLIST);
        var parts = playlist ? "snippet" : "snippet,contentDetails";
        var address = Addresses.with(
                API + (playlist ? "playlists" : "videos"), Map.of("id", named.id(), "key", secret, "part", parts));
        return Inquiry.json(
                fetcher, address, Map.of(), node -> Json.first(node, "items").map(item -> read(item, named)));
    }

    private static Sketch read(JsonNode item, YouTubeLink named) {
        var snippet = item.path("snippet");
        boolean live = Json.text(snippet, "liveBroadcastContent")
                .filter("live"::equals)
                .isPresent();
        var channel = Json.text(snippet, "channelId")
                .flatMap(id -> Addresses.of("https://www.youtube.com/channel/" + Addresses.encoded(id)));
        return begun(named, live ? YouTubeLink.LIVE : named.kind())
                .titled(Json.text(snippet, "title"))
                .saying(Json.text(snippet, "description"))
                .by(Json.text(snippet, "channelTitle"), channel)
                .showing(Stream.of("maxres", "standard", "high", "medium", "default")
                        .flatMap(size -> Json.address(snippet, "thumbnails", size, "url").stream())
                        .findFirst())
                // a running stream says P0D
                .lasting(Json.duration(item, "contentDetails", "duration"))
                .since(Json.time(snippet, "publishedAt"))
                .adultIf(Json.text(item, "contentDetails", "contentRating", "ytRating")
                        .filter("ytAgeRestricted"::equals)
                        .isPresent());
    }
}
