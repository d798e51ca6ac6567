package dev.warren.gateway.outbound;

import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gives a {@code @QuarkusTest} a local Discord, and the gateway settings that suit a test's patience. */
public final class LocalDiscordServer implements QuarkusTestResourceLifecycleManager {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "warren.gateway.discord.identify-spacing", "100ms",
            "warren.gateway.shard.lease", "1s",
            "warren.gateway.commands.settle", "200ms",
            "warren.outbound.answers.defer-after", "700ms",
            "warren.outbound.replies.parked-in-channel", "20",
            "warren.outbound.replies.stand-in-stands", "1s",
            "warren.outbound.replies.nonce-window", "20s",
            "warren.timers.poll", "200ms"));
    private Optional<DiscordSimulator> running = Optional.empty();

    /** @param others settings that take the place of those, or come beside them */
    @Override
    public void init(Map<String, String> others) {
        settings.putAll(others);
    }

    @Override
    public Map<String, String> start() {
        CompletableFuture<DiscordSimulator> starting =
                DiscordSimulator.start(SimulatorOptions.local()).toCompletableFuture();
        DiscordSimulator discord = starting.join();
        running = Optional.of(discord);
        settings.put("warren.gateway.token", SimulatorOptions.LOCAL_TOKEN);
        settings.put("warren.gateway.discord.api", discord.restUri().toString());
        settings.put("warren.test.discord", discord.controlUri().toString());
        return Map.copyOf(settings);
    }

    @Override
    public void stop() {
        running.ifPresent(discord -> discord.close().toCompletableFuture().join());
    }
}
