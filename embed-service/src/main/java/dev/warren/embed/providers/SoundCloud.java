package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * Tracks and sets of SoundCloud, by its <a href="https://developers.soundcloud.com/docs/oembed">oEmbed endpoint</a>.
 */
@ApplicationScoped
class SoundCloud implements Provider {
    private static final String ENDPOINT = "https://soundcloud.com/oembed";
    private static final int ORANGE = 0xFF5500;

    @Override
    public String id() {
        return "soundcloud";
    }

    @Override
    public boolean claims(URI link) {
        int parts = Addresses.parts(link).size();
        return Addresses.isOn(link, "on.soundcloud.com")
                ? parts == 1
                : Addresses.isOn(link, "soundcloud.com") && parts >= 2 && parts <= 4;
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return OEmbed.ask(
                fetcher,
                ENDPOINT,
                Sketch.of("SoundCloud", Links.plain(link), "track").coloured(ORANGE),
                it -> it);
    }
}
