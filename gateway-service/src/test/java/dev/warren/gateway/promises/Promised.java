package dev.warren.gateway.promises;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.history.SabotagedEchoes;
import dev.warren.gateway.outbound.history.SabotagedHistory;
import dev.warren.gateway.outbound.receipts.SabotagedMarks;
import dev.warren.gateway.outbound.receipts.SabotagedReceipts;
import dev.warren.gateway.outbound.sending.SabotagedDiscord;
import dev.warren.gateway.sessions.SabotagedGaps;
import dev.warren.gateway.sessions.SabotagedShards;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A gateway of its own, which waits as long as in production, and from which protections can be taken away. */
public final class Promised implements QuarkusTestProfile {
    /** Deferred when it is in production; told to be patient sooner, so that a test need not be. */
    private static final Map<String, String> ANSWERS =
            Map.of("warren.outbound.answers.defer-after", "2s", "warren.outbound.answers.patience", "12s");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("warren.redis.prefix", "promised:");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(
                SabotagedMarks.class,
                SabotagedReceipts.class,
                SabotagedEchoes.class,
                SabotagedHistory.class,
                SabotagedDiscord.class,
                SabotagedShards.class,
                SabotagedGaps.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(WarrenServers.class), new TestResourceEntry(LocalDiscordServer.class, ANSWERS));
    }
}
