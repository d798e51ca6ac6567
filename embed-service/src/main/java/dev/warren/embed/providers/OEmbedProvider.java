package dev.warren.embed.providers;

import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.FetchRequest.Want;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Any site with oEmbed: by a list of known endpoints, else by what the page names
 * (<a href="https://oembed.com/#section4">section 4, Discovery</a>).
 */
@ApplicationScoped
class OEmbedProvider implements Provider {
    private static final String JSON = "link[type=application/json+oembed], link[type=text/json+oembed]";

    private final KnownEndpoints known = KnownEndpoints.load();

    @Override
    public String id() {
        return "oembed";
    }

    @Override
    public Rank rank() {
        return Rank.OEMBED;
    }

    @Override
    public boolean claims(URI link) {
        return !Addresses.host(link).isEmpty();
    }

    @Override
    public Uni<Told> tell(URI link, Fetcher fetcher) {
        return known.of(link)
                .map(endpoint ->
                        OEmbed.ask(fetcher, endpoint.endpoint(), Sketch.of(endpoint.name(), link, "page"), it -> it))
                .orElseGet(() -> discover(link, fetcher));
    }

    private static Uni<Told> discover(URI link, Fetcher fetcher) {
        return fetcher.get(FetchRequest.of(link, Want.HTML)).chain(fetched -> {
            if (!(fetched instanceof dev.warren.embed.fetching.Fetched.Answer answer) || !answer.ok()) {
                return Uni.createFrom().item(Inquiry.told(fetched, _ -> new Told.Nothing("no-endpoint")));
            }
            var page = Pages.parse(answer);
            var endpoint = page.flatMap(it -> endpoint(it, answer.address()));
            return endpoint.map(address -> OEmbed.ask(
                            fetcher,
                            address,
                            Sketch.of(Addresses.host(answer.address()), answer.address(), "page"),
                            it -> it.adultIf(page.filter(Ratings::isAdult).isPresent())))
                    .orElseGet(() -> Uni.createFrom().item(new Told.Nothing("no-endpoint")));
        });
    }

    private static Optional<URI> endpoint(Document page, URI address) {
        return Optional.ofNullable(page.selectFirst(JSON)).flatMap(link -> Addresses.of(address, link.attr("href")));
    }
}
