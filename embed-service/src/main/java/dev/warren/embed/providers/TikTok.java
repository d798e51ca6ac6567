package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/**
 * Videos of TikTok, by its <a href="https://developers.tiktok.com/doc/embed-videos/">oEmbed endpoint</a>: the title is the description.
 */
@ApplicationScoped
class TikTok implements Provider {
    private static final String ENDPOINT = "https://www.tiktok.com/oembed";
    private static final int PINK = 0xFE2C55;

    @Override
    public String id() {
        return "tiktok";
    }

    @Override
    public boolean claims(URI link) {
        var parts = Addresses.parts(link);
        return Addresses.isOn(link, "vm.tiktok.com", "vt.tiktok.com")
                ? parts.size() == 1
                : Addresses.isOn(link, "tiktok.com")
                        && (parts.size() == 3 && List.of("video", "photo").contains(parts.get(1))
                                || parts.size() == 2 && parts.getFirst().equals("t"));
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return OEmbed.ask(
                fetcher,
                ENDPOINT,
                Sketch.of("TikTok", Links.plain(link), "video").coloured(PINK),
                it -> it);
    }
}
