package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Spotify plays, by its <a href="https://developer.spotify.com/documentation/embeds/reference/oembed">oEmbed endpoint</a>. */
@ApplicationScoped
class Spotify implements Provider {
    private static final String ENDPOINT = "https://open.spotify.com/oembed";
    private static final int GREEN = 0x1DB954;
    private static final Set<String> KINDS = Set.of("track", "album", "playlist", "artist", "episode", "show");

    /** {@code /track/ID}, also behind a language such as {@code /intl-de/}. */
    private static Optional<String> kind(URI link) {
        var parts = Addresses.parts(link);
        List<String> named =
                !parts.isEmpty() && parts.getFirst().startsWith("intl-") ? parts.subList(1, parts.size()) : parts;
        return Addresses.isOn(link, "open.spotify.com") && named.size() == 2 && KINDS.contains(named.getFirst())
                ? Optional.of(named.getFirst())
                : Optional.empty();
    }

    @Override
    public String id() {
        return "spotify";
    }

    @Override
    public boolean claims(URI link) {
        return kind(link).isPresent();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return OEmbed.ask(
                fetcher,
                ENDPOINT,
                Sketch.of("Spotify", Links.plain(link), kind(link).orElse("page"))
                        .coloured(GREEN),
                it -> it);
    }
}
