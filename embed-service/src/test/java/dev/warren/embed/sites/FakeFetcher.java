package dev.warren.embed.sites;

import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;

/** Fetches from sites in memory. */
public record FakeFetcher(Sites sites) implements Fetcher {
    @Override
    public Uni<Fetched> get(FetchRequest request) {
        return Uni.createFrom().item(() -> {
            var page = sites.visit(request.address(), request.headers());
            return new Fetched.Answer(request.address(), page.status(), page.headers(), page.body());
        });
    }
}
