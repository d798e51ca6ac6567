package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.sites.LoopbackSites;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Over HTTP, from a server on loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopbackProvidersTest extends ProvidersContract {
    private final LoopbackSites server = new LoopbackSites(Chains.sites());

    @AfterAll
    void close() {
        server.close();
    }

    @Override
    Fetcher fetcher() {
        return server;
    }
}
