package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Posts of Reddit: by the listing behind {@code .json} (<a href="https://www.reddit.com/dev/api/#listings">listings</a>), which says what
 * is over 18; where Reddit keeps that from strangers, or the link is a short one, by the oEmbed endpoint that
 * <a href="https://oembed.com/providers.json">oEmbed's own list</a> names, which gives title and author and no picture.
 */
@ApplicationScoped
class Reddit implements Provider {
    private static final String SITE = "Reddit";
    private static final int ORANGE = 0xFF4500;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,12}");
    private static final double LATEST = 1e11;

    @Override
    public String id() {
        return "reddit";
    }

    @Override
    public boolean claims(URI link) {
        var parts = Addresses.parts(link);
        return Addresses.isOn(link, "redd.it")
                ? parts.size() == 1
                : Addresses.isOn(link, "reddit.com")
                        && parts.size() >= 4
                        && (parts.get(2).equals("comments") || parts.get(2).equals("s"));
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return post(link)
                .map(id -> byListing(id, fetcher).chain(told -> switch (told) {
                    case Told.Known known -> Uni.createFrom().item(known);
                    case Told.Nothing _, Told.Trouble _ -> byOEmbed(link, fetcher);
                }))
                .orElseGet(() -> byOEmbed(link, fetcher));
    }

    private static Optional<String> post(URI link) {
        var parts = Addresses.parts(link);
        var id = Addresses.isOn(link, "redd.it")
                ? Optional.of(parts.getFirst())
                : Optional.of(parts.get(3)).filter(_ -> parts.get(2).equals("comments"));
        return id.filter(it -> ID.matcher(it).matches());
    }

    private static Uni<Told> byOEmbed(URI link, Fetcher fetcher) {
        return OEmbed.ask(
                fetcher,
                "https://www.reddit.com/oembed",
                Sketch.of(SITE, Links.plain(link), "post").coloured(ORANGE),
                it -> it);
    }

    private static Uni<Told> byListing(String id, Fetcher fetcher) {
        return Inquiry.json(
                fetcher,
                Addresses.with(
                        "https://www.reddit.com/comments/" + id + ".json", Map.of("limit", "1", "raw_json", "1")),
                Map.of(),
                node -> Json.first(node.path(0), "data", "children").map(child -> read(child.path("data"), id)));
    }

    private static Sketch read(JsonNode post, String id) {
        var link = Json.text(post, "permalink")
                .flatMap(path -> Addresses.of(URI.create("https://www.reddit.com/"), path))
                .orElseGet(() -> URI.create("https://redd.it/" + id));
        var created = post.path("created_utc");
        return Sketch.of(SITE, link, "post")
                .coloured(ORANGE)
                .titled(Json.text(post, "title"))
                .saying(Json.text(post, "selftext"))
                .by(
                        Json.text(post, "author").map(name -> "u/" + name),
                        Json.text(post, "author").flatMap(name -> Addresses.of("https://www.reddit.com/user/" + name)))
                .showing(Json.first(post, "preview", "images")
                        .flatMap(image -> Json.address(image, "source", "url"))
                        .or(() -> Json.address(post, "thumbnail")))
                .since(
                        created.isNumber() && created.doubleValue() > 0 && created.doubleValue() < LATEST
                                ? Optional.of(Instant.ofEpochSecond(created.longValue()))
                                : Optional.empty())
                .adultIf(Json.isTrue(post, "over_18"));
    }
}
