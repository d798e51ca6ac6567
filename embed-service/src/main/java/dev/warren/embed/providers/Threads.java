package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Posts of Threads, by its <a href="https://developers.facebook.com/docs/threads/tools-and-resources/embed-a-threads-post">oEmbed
 * endpoint</a>. It answers with HTML alone, whose quotation holds what there is of words; the author stands in the address.
 */
@ApplicationScoped
class Threads implements Provider {
    private static final String ENDPOINT = "https://graph.threads.net/v1.0/oembed";
    private static final int BLACK = 0x101010;

    private final Map<String, String> access;

    Threads(ProvidersConfig config) {
        this.access = config.threadsToken()
                .map(token -> Map.of("access_token", token))
                .orElse(Map.of());
    }

    @Override
    public String id() {
        return "threads";
    }

    @Override
    public boolean claims(URI link) {
        var parts = Addresses.parts(link);
        return Addresses.isOn(link, "threads.net", "threads.com")
                && (parts.size() == 3
                                && parts.get(0).startsWith("@")
                                && parts.get(1).equals("post")
                        || parts.size() == 2 && parts.getFirst().equals("t"));
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        var canonical = Links.plain(link);
        var author = Optional.of(Addresses.parts(link).getFirst()).filter(part -> part.startsWith("@"));
        return OEmbed.ask(
                fetcher,
                OEmbed.address(ENDPOINT, canonical, access),
                Sketch.of("Threads", canonical, "post").coloured(BLACK),
                read -> author.isEmpty()
                        ? read
                        : read.by(author, author.flatMap(name -> Addresses.of("https://www.threads.com/" + name))));
    }
}
