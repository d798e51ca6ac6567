package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.sites.FakeFetcher;

/** Without a network. */
class InMemoryProvidersTest extends ProvidersContract {
    @Override
    Fetcher fetcher() {
        return new FakeFetcher(Chains.sites());
    }
}
