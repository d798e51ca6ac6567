package dev.warren.embed.feeds;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Sources on loopback may be asked, and are when the test says so. */
public final class Followed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "warren.embed.test", "true",
                "warren.embed.fetching.admit-loopback", "true",
                "warren.embed.fetching.per-host", "1000",
                "warren.embed.fetching.burst-per-host", "1000",
                "warren.embed.feeds.look", "1h",
                "warren.embed.feeds.most-per-guild", "2");
    }
}
