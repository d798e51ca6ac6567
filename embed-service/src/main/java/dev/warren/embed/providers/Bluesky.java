package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Posts of Bluesky, by its public interface, which needs no key:
 * <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread">getPostThread</a>, which takes a handle where others want a
 * DID. Labels: <a href="https://docs.bsky.app/docs/advanced-guides/moderation">Labels and moderation</a>.
 */
@ApplicationScoped
class Bluesky implements Provider {
    private static final String SITE = "Bluesky";
    private static final int BLUE = 0x1185FE;
    private static final Set<String> ADULT = Set.of("porn", "sexual", "nudity", "graphic-media");
    private static final String MEMBERS_ONLY = "!no-unauthenticated";
    private static final Pattern WHO = Pattern.compile("[A-Za-z0-9.:_-]{3,260}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,512}");

    private record Named(String who, String key) {}

    private static Optional<Named> post(URI link) {
        var parts = Addresses.parts(link);
        return Addresses.isOn(link, "bsky.app")
                        && parts.size() == 4
                        && parts.get(0).equals("profile")
                        && WHO.matcher(parts.get(1)).matches()
                        && parts.get(2).equals("post")
                        && KEY.matcher(parts.get(3)).matches()
                ? Optional.of(new Named(parts.get(1), parts.get(3)))
                : Optional.empty();
    }

    @Override
    public String id() {
        return "bluesky";
    }

    @Override
    public boolean claims(URI link) {
        return post(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return post(link)
                .map(named -> Inquiry.json(
                        fetcher,
                        Addresses.with(
                                "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread",
                                Map.of(
                                        "uri",
                                        "at://" + named.who() + "/app.bsky.feed.post/" + named.key(),
                                        "depth",
                                        "0",
                                        "parentHeight",
                                        "0")),
                        Map.of(),
                        node -> read(node.path("thread").path("post"), named)))
                .orElseGet(() -> Uni.createFrom().item(new Told.Nothing("other-link")));
    }

    private static Optional<Sketch> read(JsonNode post, Named named) {
        var author = post.path("author");
        if (labels(author).anyMatch(MEMBERS_ONLY::equals)) {
            return Optional.empty();
        }
        var handle = Json.text(author, "handle").orElse(named.who());
        var profile = Addresses.of("https://bsky.app/profile/" + handle);
        var embed = post.path("embed");
        var picture = Json.first(embed, "images").flatMap(image -> Json.address(image, "thumb"));
        return Optional.of(Sketch.of(
                        SITE, URI.create("https://bsky.app/profile/" + named.who() + "/post/" + named.key()), "post")
                .coloured(BLUE)
                // a post of pictures alone has no words
                .titled(Json.text(post, "record", "text")
                        .or(() -> Json.text(author, "displayName").map(name -> "Post by " + name)))
                .by(Json.text(author, "displayName").or(() -> Optional.of(handle)), profile)
                .showing(picture.or(() -> Json.address(embed, "external", "thumb")))
                .since(Json.time(post, "record", "createdAt"))
                .adultIf(labels(post).anyMatch(ADULT::contains)));
    }

    private static Stream<String> labels(JsonNode labelled) {
        var labels = labelled.path("labels");
        return labels.isArray()
                ? StreamSupport.stream(labels.spliterator(), false).flatMap(label -> Json.text(label, "val").stream())
                : Stream.empty();
    }
}
