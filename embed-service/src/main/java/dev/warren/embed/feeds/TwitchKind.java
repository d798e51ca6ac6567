package dev.warren.embed.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import dev.warren.embed.providers.Json;
import dev.warren.embed.providers.ProvidersConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who goes live at Twitch, by the Helix API: <a href="https://dev.twitch.tv/docs/api/reference/#get-streams">Get Streams</a>. Each stream
 * has a number of its own, so that one which is interrupted and goes on is not announced twice. It needs client id and token.
 */
@ApplicationScoped
class TwitchKind implements FeedKind {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{2,25}");
    private static final String HOST = "api.twitch.tv";

    private final Map<String, String> headers;

    TwitchKind(ProvidersConfig config) {
        this.headers = config.twitchClientId()
                .flatMap(client -> config.twitchToken()
                        .map(token -> Map.of("client-id", client, "authorization", "Bearer " + token)))
                .orElse(Map.of());
    }

    @Override
    public String id() {
        return "twitch";
    }

    @Override
    public boolean claims(URI link) {
        return List.of("twitch.tv", "www.twitch.tv", "m.twitch.tv").contains(Addresses.host(link));
    }

    @Override
    public String template() {
        return "🔴 **{author}** is live: {title}\n{link}";
    }

    @Override
    public Duration interval(FeedsConfig config) {
        return config.liveInterval();
    }

    @Override
    public Duration shortestInterval(FeedsConfig config) {
        return config.liveInterval();
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        if (headers.isEmpty()) {
            return Uni.createFrom()
                    .item(new Located.Nowhere(
                            "no-key",
                            "Twitch tells only those with a key who is live, and I have none. Ask who runs me."));
        }
        var name = Addresses.of(words)
                .map(link -> claims(link) ? Addresses.parts(link).stream().findFirst() : Optional.<String>empty())
                .orElseGet(() -> Optional.of(words.strip()))
                .filter(it -> NAME.matcher(it).matches())
                .map(it -> it.toLowerCase(Locale.ROOT));
        return Uni.createFrom()
                .item(name.<Located>map(it -> new Located.Source(it, HOST))
                        .orElseGet(() -> new Located.Nowhere("no-channel", "Name the channel, or give its link.")));
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        return JsonSources.poll(
                Addresses.with("https://" + HOST + "/helix/streams", Map.of("type", "live", "user_login", source)),
                headers,
                fetcher,
                node -> Optional.of(node.path("data"))
                        .filter(JsonNode::isArray)
                        .map(data -> new FeedDocument(
                                source,
                                Json.first(node, "data").flatMap(stream -> item(stream, source)).stream()
                                        .toList())));
    }

    private static Optional<FeedItem> item(JsonNode stream, String login) {
        return Json.text(stream, "id")
                .filter(id -> id.length() <= FeedItem.LONGEST_ID)
                .map(id -> new FeedItem(
                        id,
                        Json.text(stream, "title")
                                .flatMap(title -> Line.of(title, FeedItem.LONGEST_TITLE))
                                .orElse(login),
                        Addresses.of("https://www.twitch.tv/" + login),
                        Json.text(stream, "user_name").flatMap(name -> Line.of(name, FeedItem.LONGEST_TITLE)),
                        Json.time(stream, "started_at")));
    }
}
