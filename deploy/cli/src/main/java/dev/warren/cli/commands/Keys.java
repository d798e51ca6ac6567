package dev.warren.cli.commands;

import dev.warren.cli.terminal.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warren keys rotate}. */
@Command(name = "keys", description = "Looks after the keys of members' data.", mixinStandardHelpOptions = true)
final class Keys {
    private final Warren warren;
    private final Screen screen;

    Keys(Warren warren, Screen screen) {
        this.warren = warren;
        this.screen = screen;
    }

    @Command(
            name = "rotate",
            description = "Makes a new master key, and wraps all members' keys with it; their data is not read.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Option(names = "--port-offset", paramLabel = "N", description = Warren.OFFSET) @Nullable
                    Integer portOffset) {
        return warren.choose(portOffset).map(new KeyRotation(screen)::run).orElse(1);
    }
}
