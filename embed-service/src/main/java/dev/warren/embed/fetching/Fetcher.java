package dev.warren.embed.fetching;

import io.smallrye.mutiny.Uni;

/** Gets what stands at an address that a stranger named. Whatever goes wrong is a value; the {@code Uni} never fails. */
public interface Fetcher {
    Uni<Fetched> get(FetchRequest request);
}
