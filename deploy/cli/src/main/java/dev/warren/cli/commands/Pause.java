package dev.warren.cli.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warren pause posting [GUILD]}. */
@Command(name = "pause", description = "Stops posting for a while.", mixinStandardHelpOptions = true)
final class Pause {
    private final PostingSwitch posting;

    Pause(PostingSwitch posting) {
        this.posting = posting;
    }

    @Command(
            name = "posting",
            description = "Posts nothing, in one server or anywhere; replies wait, or expire.",
            mixinStandardHelpOptions = true)
    int posting(
            @Parameters(arity = "0..1", paramLabel = "GUILD", description = PostingSwitch.GUILD) @Nullable String guild,
            @Option(names = "--reason", description = "Why, for the record.") @Nullable String reason,
            @Option(names = "--port-offset", paramLabel = "N", description = Warren.OFFSET) @Nullable
                    Integer portOffset) {
        return posting.turn(true, guild, reason, portOffset);
    }
}
