package dev.warren.browser;

import dev.warren.simulator.DiscordSimulator;
import dev.warren.simulator.SimulatorOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Starts local Discords for tests, all with one certificate. */
final class Simulators {
    static final String BOT_ID = SimulatorOptions.local().bot().applicationId().toString();

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

    /** Where a browser finds it. */
    static URI page(DiscordSimulator simulator) {
        return URI.create("http://localhost:" + simulator.port());
    }
}
