package dev.warren.embed.unfolding;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Discord gets less time than in life. */
public final class QuickUnfolding implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "warren.embed.unfolding.patience", "700ms",
                "warren.embed.cache.lock", "3s",
                "warren.embed.fetching.admit-loopback", "true");
    }
}
