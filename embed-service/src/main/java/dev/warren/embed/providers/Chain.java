package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.runtime.events.OnContext;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks those that claim a link, one after the other, until one knows: who knows the site, then oEmbed, then the page itself. */
@ApplicationScoped
public class Chain {
    private static final Logger LOG = Logger.getLogger(Chain.class);
    private static final Result NOBODY = new Result("none", new Told.Nothing("nobody-asked"));

    private final List<Provider> providers;

    @Inject
    Chain(@All List<Provider> providers) {
        this.providers = providers.stream()
                .sorted(Comparator.comparing(Provider::rank).thenComparing(Provider::id))
                .toList();
    }

    /**
     * What came of it.
     *
     * @param provider the id of who knows; where nobody does, of who was in trouble first, else of the first that was asked
     */
    public record Result(String provider, Told told) {}

    /** Those that would be asked about a link, in order. */
    public List<Provider> claiming(URI link) {
        return providers.stream().filter(provider -> provider.claims(link)).toList();
    }

    /** Never fails, and ends where it was begun. What several of them ask for is fetched once. */
    public Uni<Result> tell(URI link, Fetcher fetcher, Gate gate) {
        var here = OnContext.executor();
        return next(claiming(link), 0, link, new OnceFetcher(fetcher), gate, NOBODY)
                .emitOn(here);
    }

    private Uni<Result> next(List<Provider> asked, int place, URI link, Fetcher fetcher, Gate gate, Result before) {
        if (place == asked.size()) {
            return Uni.createFrom().item(before);
        }
        var provider = asked.get(place);
        if (!gate.mayAsk(provider)) {
            return next(asked, place + 1, link, fetcher, gate, before);
        }
        return ask(provider, link, fetcher)
                .invoke(told -> gate.told(provider, told))
                .chain(told -> switch (told) {
                    case Told.Known known -> Uni.createFrom().item(new Result(provider.id(), known));
                    case Told.Nothing _, Told.Trouble _ ->
                        next(asked, place + 1, link, fetcher, gate, worse(before, new Result(provider.id(), told)));
                });
    }

    /** Trouble weighs more than nothing: it may be over soon, and then there is something to show. */
    private static Result worse(Result before, Result now) {
        return switch (before.told()) {
            case Told.Trouble _ -> before;
            case Told.Known _, Told.Nothing _ -> before == NOBODY || now.told() instanceof Told.Trouble ? now : before;
        };
    }

    private static Uni<Told> ask(Provider provider, URI link, Fetcher fetcher) {
        return Uni.createFrom()
                .deferred(() -> provider.tell(link, fetcher))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "a provider failed provider=%s error=%s",
                            provider.id(), failure.getClass().getName());
                    return new Told.Trouble("failed");
                });
    }
}
