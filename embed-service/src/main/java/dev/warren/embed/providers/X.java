package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Posts of X. With a token by the API v2 (<a href="https://docs.x.com/x-api/x-api-v2/tweets/tweets-lookup">Posts lookup</a>), without one
 * by <a href="https://docs.x.com/x-for-websites/oembed-api">oEmbed</a>, whose quotation holds the words.
 */
@ApplicationScoped
class X implements Provider {
    private static final String SITE = "X";
    private static final int BLACK = 0x0F1419;
    private static final Pattern ID = Pattern.compile("\\d{1,20}");

    private final Optional<String> token;

    X(ProvidersConfig config) {
        this.token = config.xToken();
    }

    /** {@code /name/status/1}, {@code /i/web/status/1} and the like. */
    private static Optional<String> post(URI link) {
        var parts = Addresses.parts(link);
        int place = parts.indexOf("status");
        return Addresses.isOn(link, "x.com", "twitter.com") && place > 0 && parts.size() > place + 1
                ? Optional.of(parts.get(place + 1)).filter(id -> ID.matcher(id).matches())
                : Optional.empty();
    }

    @Override
    public String id() {
        return "x";
    }

    @Override
    public boolean claims(URI link) {
        return post(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return post(link)
                .map(id -> token.map(secret -> byApi(id, secret, fetcher)).orElseGet(() -> byOEmbed(link, id, fetcher)))
                .orElseGet(() -> Uni.createFrom().item(new Told.Nothing("other-link")));
    }

    private static Uni<Told> byOEmbed(URI link, String id, Fetcher fetcher) {
        var name = Addresses.parts(link).getFirst();
        var canonical = URI.create("https://x.com/" + name + "/status/" + id);
        return OEmbed.ask(
                fetcher,
                OEmbed.address("https://publish.x.com/oembed", canonical, Map.of("omit_script", "true")),
                Sketch.of(SITE, canonical, "post").coloured(BLACK),
                it -> it);
    }

    private static Uni<Told> byApi(String id, String secret, Fetcher fetcher) {
        var address = Addresses.with(
                "https://api.x.com/2/tweets/" + id,
                Map.of(
                        "expansions", "author_id,attachments.media_keys",
                        "tweet.fields", "created_at,possibly_sensitive",
                        "user.fields", "name,username",
                        "media.fields", "url,preview_image_url"));
        return Inquiry.json(
                fetcher,
                address,
                Map.of("authorization", "Bearer " + secret),
                node -> Optional.of(node)
                        .filter(it -> it.path("data").isObject())
                        .map(it -> read(it, id)));
    }

    private static Sketch read(JsonNode node, String id) {
        var post = node.path("data");
        var author = Json.first(node, "includes", "users");
        var handle = author.flatMap(user -> Json.text(user, "username")).map(Addresses::encoded);
        var media = Json.first(node, "includes", "media");
        return Sketch.of(SITE, URI.create("https://x.com/" + handle.orElse("i") + "/status/" + id), "post")
                .coloured(BLACK)
                .titled(Json.text(post, "text"))
                .by(
                        author.flatMap(user -> Json.text(user, "name")),
                        handle.flatMap(name -> Addresses.of("https://x.com/" + name)))
                .showing(media.flatMap(first -> Stream.of("url", "preview_image_url")
                        .flatMap(name -> Json.address(first, name).stream())
                        .findFirst()))
                .since(Json.time(post, "created_at"))
                .adultIf(Json.isTrue(post, "possibly_sensitive"));
    }
}
