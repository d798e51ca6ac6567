package dev.warren.embed.providers;

import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches nothing twice while one link is looked at: discovery reads the same page as those that come after it. What comes is read on a
 * worker: a page that is meant to be hard to parse takes a second, and an event loop has none.
 */
final class OnceFetcher implements Fetcher {
    private final Fetcher fetcher;
    private final Map<FetchRequest, Uni<Fetched>> asked = new ConcurrentHashMap<>();

    OnceFetcher(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Uni<Fetched> get(FetchRequest request) {
        return asked.computeIfAbsent(request, it -> fetcher.get(it).memoize().indefinitely())
                .emitOn(Infrastructure.getDefaultExecutor());
    }
}
