package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * Works on DeviantArt, by its <a href="https://www.deviantart.com/developers/oembed">oEmbed endpoint</a>; {@code safety} says what is for adults.
 */
@ApplicationScoped
class DeviantArt implements Provider {
    private static final String ENDPOINT = "https://backend.deviantart.com/oembed";
    private static final int GREEN = 0x05CC47;

    @Override
    public String id() {
        return "deviantart";
    }

    @Override
    public boolean claims(URI link) {
        var parts = Addresses.parts(link);
        return Addresses.isOn(link, "fav.me", "sta.sh")
                ? parts.size() == 1
                : Addresses.isOn(link, "deviantart.com") && parts.contains("art") && parts.size() >= 2;
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return OEmbed.ask(
                fetcher,
                ENDPOINT,
                Sketch.of("DeviantArt", Links.plain(link), "work").coloured(GREEN),
                it -> it);
    }
}
