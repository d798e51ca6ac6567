package dev.warren.simulator;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Starts local Discords for tests, all with one certificate. */
final class Simulators {
    static final String TOKEN = SimulatorOptions.LOCAL_TOKEN;
    static final String BOT_ID = "100000000000000001";

    private Simulators() {}

    static DiscordSimulator start(UnaryOperator<SimulatorOptions> change) {
        SimulatorOptions options = SimulatorOptions.local().withFolder(Path.of("target", "certificate"));
        return DiscordSimulator.start(change.apply(options))
                .toCompletableFuture()
                .join();
    }

    static DiscordSimulator start() {
        return start(UnaryOperator.identity());
    }

    static void stop(DiscordSimulator simulator) {
        simulator.close().toCompletableFuture().join();
    }
}
