package dev.warren.gateway.outbound;

import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Gives a {@code @QuarkusTest} a local Discord, and the gateway settings that suit a test's patience. */
public final class LocalDiscordServer implements QuarkusTestResourceLifecycleManager {
    private Optional<DiscordSimulator> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        CompletableFuture<DiscordSimulator> starting =
                DiscordSimulator.start(SimulatorOptions.local()).toCompletableFuture();
        DiscordSimulator discord = starting.join();
        running = Optional.of(discord);
        return Map.ofEntries(
                Map.entry("warren.gateway.token", SimulatorOptions.LOCAL_TOKEN),
                Map.entry("warren.gateway.discord.api", discord.restUri().toString()),
                Map.entry("warren.gateway.discord.identify-spacing", "100ms"),
                Map.entry("warren.gateway.shard.lease", "1s"),
                Map.entry("warren.gateway.commands.settle", "200ms"),
                Map.entry("warren.outbound.answers.defer-after", "700ms"),
                Map.entry("warren.outbound.replies.parked-in-channel", "20"),
                Map.entry("warren.outbound.replies.stand-in-stands", "1s"),
                Map.entry("warren.outbound.replies.nonce-window", "20s"),
                Map.entry("warren.timers.poll", "200ms"),
                Map.entry("warren.test.discord", discord.controlUri().toString()));
    }

    @Override
    public void stop() {
        running.ifPresent(discord -> discord.close().toCompletableFuture().join());
    }
}
