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

/**
 * Clips, running streams and channels, by the Helix API
 * (<a href="https://dev.twitch.tv/docs/api/reference/#get-clips">Get Clips</a>,
 * <a href="https://dev.twitch.tv/docs/api/reference/#get-streams">Get Streams</a>,
 * <a href="https://dev.twitch.tv/docs/api/reference/#get-users">Get Users</a>). Twitch has no oEmbed: without client id and token the
 * page's own words are all there is.
 */
@ApplicationScoped
class Twitch implements Provider {
    private static final String SITE = "Twitch";
    private static final int PURPLE = 0x9146FF;
    private static final String API = "https://api.twitch.tv/helix/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{2,25}");
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]{4,120}");
    /** First parts of paths that are no channels. */
    private static final Set<String> PAGES = Set.of(
            "directory",
            "videos",
            "downloads",
            "settings",
            "subscriptions",
            "inventory",
            "wallet",
            "drops",
            "search",
            "jobs",
            "turbo",
            "store",
            "legal",
            "p");

    private final Optional<Map<String, String>> headers;

    Twitch(ProvidersConfig config) {
        this.headers = headers(config);
    }

    /** Those that each request needs; none where a key is missing. */
    public static Optional<Map<String, String>> headers(ProvidersConfig config) {
        return config.twitchClientId()
                .flatMap(client -> config.twitchToken()
                        .map(token -> Map.of("client-id", client, "authorization", "Bearer " + token)));
    }

    private record Named(boolean clip, String name) {}

    private static Optional<Named> named(URI link) {
        if (!Addresses.isOn(link, "twitch.tv")) {
            return Optional.empty();
        }
        var parts = Addresses.parts(link);
        if (Addresses.isOn(link, "clips.twitch.tv")) {
            return parts.size() == 1 ? clip(parts.getFirst()) : Optional.empty();
        }
        if (parts.size() == 3 && parts.get(1).equals("clip")) {
            return clip(parts.get(2));
        }
        return parts.size() == 1 && NAME.matcher(parts.getFirst()).matches() && !PAGES.contains(parts.getFirst())
                ? Optional.of(new Named(false, parts.getFirst()))
                : Optional.empty();
    }

    private static Optional<Named> clip(String slug) {
        return SLUG.matcher(slug).matches() ? Optional.of(new Named(true, slug)) : Optional.empty();
    }

    @Override
    public String id() {
        return "twitch";
    }

    @Override
    public boolean claims(URI link) {
        return named(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        var named = named(link);
        if (headers.isEmpty() || named.isEmpty()) {
            return Uni.createFrom().item(new Told.Nothing("no-key"));
        }
        var name = named.get().name();
        return named.get().clip()
                ? first(fetcher, "clips", "id", name, Twitch::clip)
                : first(fetcher, "streams", "user_login", name, Twitch::stream).chain(told -> switch (told) {
                    case Told.Known known -> Uni.createFrom().item(known);
                    case Told.Nothing _ -> first(fetcher, "users", "login", name, Twitch::channel);
                    case Told.Trouble trouble -> Uni.createFrom().item(trouble);
                });
    }

    private Uni<Told> first(
            Fetcher fetcher,
            String what,
            String by,
            String value,
            java.util.function.Function<JsonNode, Sketch> reader) {
        return Inquiry.json(
                fetcher,
                Addresses.with(API + what, Map.of(by, value)),
                headers.orElse(Map.of()),
                node -> Json.first(node, "data").map(reader));
    }

    private static Sketch clip(JsonNode clip) {
        return Sketch.of(
                        SITE,
                        URI.create("https://clips.twitch.tv/"
                                + Addresses.encoded(Json.text(clip, "id").orElse(""))),
                        "clip")
                .coloured(PURPLE)
                .titled(Json.text(clip, "title"))
                .by(Json.text(clip, "broadcaster_name"), Optional.empty())
                .showing(Json.address(clip, "thumbnail_url"))
                .lasting(Json.duration(clip, "duration"))
                .since(Json.time(clip, "created_at"));
    }

    private static Sketch stream(JsonNode stream) {
        var channel = channelAddress(Json.text(stream, "user_login"));
        return Sketch.of(SITE, channel, "live")
                .coloured(PURPLE)
                .titled(Json.text(stream, "title").or(() -> Json.text(stream, "user_name")))
                .saying(Json.text(stream, "game_name"))
                .by(Json.text(stream, "user_name"), Optional.of(channel))
                .showing(Json.text(stream, "thumbnail_url")
                        .map(text -> text.replace("{width}", "640").replace("{height}", "360"))
                        .flatMap(Addresses::of))
                .since(Json.time(stream, "started_at"))
                .adultIf(Json.isTrue(stream, "is_mature"));
    }

    private static Sketch channel(JsonNode user) {
        var channel = channelAddress(Json.text(user, "login"));
        return Sketch.of(SITE, channel, "channel")
                .coloured(PURPLE)
                .titled(Json.text(user, "display_name"))
                .saying(Json.text(user, "description"))
                .showing(Json.address(user, "profile_image_url"));
    }

    private static URI channelAddress(Optional<String> login) {
        return URI.create(
                "https://www.twitch.tv/" + login.map(Addresses::encoded).orElse(""));
    }
}
