package dev.warren.embed.unfolding;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Preview;
import dev.warren.embed.providers.Provider;
import dev.warren.embed.providers.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site of the tests: what a link to {@code played.test} shows stands in its path. */
@ApplicationScoped
class PlayedProvider implements Provider {
    static final String SITE = "https://played.test/";
    private static final Duration SLOW = Duration.ofMillis(2_500);

    private final List<URI> asked = new CopyOnWriteArrayList<>();

    @Override
    public String id() {
        return "played";
    }

    @Override
    public boolean claims(URI link) {
        return "played.test".equals(link.getHost());
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        asked.add(link);
        var path = link.getPath().substring(1);
        var told = Uni.createFrom().item(known(link, path));
        return path.startsWith("slow") ? told.onItem().delayIt().by(SLOW) : told;
    }

    private static Told known(URI link, String path) {
        return new Told.Known(
                new Preview(
                        "Played",
                        link,
                        "video",
                        "Title of " + path,
                        Optional.of("@everyone look at **this** [page](https://evil.test)"),
                        Optional.of("Ada"),
                        Optional.empty(),
                        Optional.of(URI.create("https://played.test/image.png")),
                        Optional.of(Duration.ofSeconds(125)),
                        Optional.empty(),
                        Optional.of(0x112233),
                        path.startsWith("adult")),
                Optional.empty());
    }

    /** How often a link was asked for. */
    long asked(String link) {
        return asked.stream().filter(URI.create(link)::equals).count();
    }
}
