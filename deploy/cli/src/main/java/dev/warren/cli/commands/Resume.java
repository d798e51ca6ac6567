package dev.warren.cli.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code warren resume posting [GUILD]}. */
@Command(name = "resume", description = "Goes on with what was paused.", mixinStandardHelpOptions = true)
final class Resume {
    private final PostingSwitch posting;

    Resume(PostingSwitch posting) {
        this.posting = posting;
    }

    @Command(name = "posting", description = "Posts again, in one server or anywhere.", mixinStandardHelpOptions = true)
    int posting(
            @Parameters(arity = "0..1", paramLabel = "GUILD", description = PostingSwitch.GUILD) @Nullable String guild,
            @Option(names = "--port-offset", paramLabel = "N", description = Warren.OFFSET) @Nullable
                    Integer portOffset) {
        return posting.turn(false, guild, null, portOffset);
    }
}
