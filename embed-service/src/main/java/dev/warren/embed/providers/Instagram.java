package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts and reels of Instagram, by Meta's <a href="https://developers.facebook.com/docs/instagram-platform/oembed">oEmbed Read</a>, which
 * wants an access token; without one the page tells what it tells.
 */
@ApplicationScoped
class Instagram implements Provider {
    private static final String ENDPOINT = "https://graph.facebook.com/v23.0/instagram_oembed";
    private static final int PINK = 0xE4405F;
    private static final Set<String> KINDS = Set.of("p", "reel", "tv");

    private final Optional<String> token;

    Instagram(ProvidersConfig config) {
        this.token = config.instagramToken();
    }

    @Override
    public String id() {
        return "instagram";
    }

    @Override
    public boolean claims(URI link) {
        var parts = Addresses.parts(link);
        return Addresses.isOn(link, "instagram.com", "instagr.am")
                && (parts.size() == 2 && KINDS.contains(parts.get(0))
                        || parts.size() == 3 && KINDS.contains(parts.get(1)));
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        var canonical = Links.plain(link);
        return token.map(secret -> OEmbed.ask(
                        fetcher,
                        OEmbed.address(ENDPOINT, canonical, Map.of("access_token", secret, "omitscript", "true")),
                        Sketch.of("Instagram", canonical, "post").coloured(PINK),
                        it -> it))
                .orElseGet(() -> Uni.createFrom().item(new Told.Nothing("no-key")));
    }
}
