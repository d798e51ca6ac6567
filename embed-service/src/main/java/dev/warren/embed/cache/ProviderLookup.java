package dev.warren.embed.cache;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Chain;
import dev.warren.embed.providers.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;

/** Asks the providers. */
@ApplicationScoped
class ProviderLookup implements Lookup {
    private final EmbedConfig.Cache config;
    private final Chain chain;
    private final Fetcher fetcher;
    private final Breakers breakers;

    ProviderLookup(EmbedConfig config, Chain chain, Fetcher fetcher, Breakers breakers) {
        this.config = config.cache();
        this.chain = chain;
        this.fetcher = fetcher;
        this.breakers = breakers;
    }

    @Override
    public Uni<Found> ask(URI link) {
        return chain.tell(link, fetcher, breakers.gate(link)).map(this::found);
    }

    private Found found(Chain.Result result) {
        return switch (result.told()) {
            case Told.Known(var preview, var keepFor) ->
                new Found(
                        new Shown.Known(result.provider(), preview),
                        keepFor.map(this::bounded).orElse(config.usual()));
            case Told.Nothing(var reason) -> new Found(new Shown.Nothing(reason), config.negative());
            case Told.Trouble(var reason) -> new Found(new Shown.Trouble(reason), config.trouble());
        };
    }

    private Duration bounded(Duration wished) {
        return wished.compareTo(config.shortest()) < 0
                ? config.shortest()
                : wished.compareTo(config.longest()) > 0 ? config.longest() : wished;
    }
}
