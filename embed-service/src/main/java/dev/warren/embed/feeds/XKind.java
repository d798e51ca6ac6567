package dev.warren.embed.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.FetchRequest.Want;
import dev.warren.embed.fetching.Fetched.Answer;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import dev.warren.embed.providers.Json;
import dev.warren.embed.providers.ProvidersConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Posts of an account at X, by the API v2 (<a href="https://docs.x.com/x-api/users/user-lookup-by-username">user by username</a>,
 * <a href="https://docs.x.com/x-api/posts/user-posts-timeline-by-user-id">posts by user</a>), without replies and reposts. It needs a
 * token. A source is the account's number with its name: {@code 12/jack}.
 */
@ApplicationScoped
class XKind implements FeedKind {
    private static final Pattern NAME = Pattern.compile("@?[A-Za-z0-9_]{1,15}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private static final String HOST = "api.x.com";
    private static final Located NOWHERE = new Located.Nowhere("no-account", "I find no such account at X.");

    private final Map<String, String> headers;

    XKind(ProvidersConfig config) {
        this.headers = config.xToken()
                .map(token -> Map.of("authorization", "Bearer " + token))
                .orElse(Map.of());
    }

    @Override
    public String id() {
        return "x";
    }

    @Override
    public boolean claims(URI link) {
        return List.of("x.com", "www.x.com", "twitter.com", "www.twitter.com").contains(Addresses.host(link));
    }

    @Override
    public String template() {
        return "**{author}**: {title}\n{link}";
    }

    @Override
    public Uni<Located> locate(String words, Fetcher fetcher) {
        if (headers.isEmpty()) {
            return Uni.createFrom()
                    .item(new Located.Nowhere(
                            "no-key", "X tells only those with a key what is new, and I have none. Ask who runs me."));
        }
        var name = Addresses.of(words)
                .map(link -> claims(link) ? Addresses.parts(link).stream().findFirst() : Optional.<String>empty())
                .orElseGet(() -> Optional.of(words.strip()))
                .filter(it -> NAME.matcher(it).matches())
                .map(it -> it.replace("@", ""));
        return name.map(it -> resolve(it, fetcher))
                .orElseGet(() -> Uni.createFrom().item(NOWHERE));
    }

    private Uni<Located> resolve(String name, Fetcher fetcher) {
        var address = URI.create("https://" + HOST + "/2/users/by/username/" + name);
        return fetcher.get(new FetchRequest(address, Want.JSON, headers))
                .map(fetched -> fetched instanceof Answer answer && answer.ok()
                        ? Json.parse(answer.body())
                                .flatMap(node -> Json.text(node, "data", "id"))
                                .filter(id -> NUMBER.matcher(id).matches())
                                .<Located>map(id -> new Located.Source(id + "/" + name, HOST))
                                .orElse(NOWHERE)
                        : NOWHERE);
    }

    @Override
    public Uni<Polled> poll(String source, Validators validators, Fetcher fetcher) {
        var id = source.substring(0, source.indexOf('/'));
        var name = source.substring(id.length() + 1);
        return JsonSources.poll(
                Addresses.with(
                        "https://" + HOST + "/2/users/" + id + "/tweets",
                        Map.of("exclude", "replies,retweets", "max_results", "10", "tweet.fields", "created_at")),
                headers,
                fetcher,
                // without any post there is no data, but a count of them
                node -> node.path("data").isArray() || node.path("meta").isObject()
                        ? Optional.of(new FeedDocument(
                                "@" + name,
                                node.path("data")
                                        .valueStream()
                                        .flatMap(post -> item(post, name).stream())
                                        .toList()))
                        : Optional.empty());
    }

    private static Optional<FeedItem> item(JsonNode post, String name) {
        return Json.text(post, "id")
                .filter(id -> NUMBER.matcher(id).matches())
                .map(id -> new FeedItem(
                        id,
                        Json.text(post, "text")
                                .flatMap(text -> Line.of(text, FeedItem.LONGEST_TITLE))
                                .orElse("(no words)"),
                        Addresses.of("https://x.com/" + name + "/status/" + id),
                        Optional.of("@" + name),
                        Json.time(post, "created_at")));
    }
}
