package dev.warren.cli.commands;

import dev.warren.cli.terminal.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warren ledger verify}. */
@Command(name = "ledger", description = "Looks after the economy's ledgers.", mixinStandardHelpOptions = true)
final class Ledger {
    private final Warren warren;
    private final Screen screen;

    Ledger(Warren warren, Screen screen) {
        this.warren = warren;
        this.screen = screen;
    }

    @Command(
            name = "verify",
            description = "Reckons ledgers again, every hash, sum and balance; 1 when one was tampered with.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--guild", paramLabel = "ID", description = "The id of one server; all when left out.")
                    @Nullable
                    String guild,
            @Option(names = "--port-offset", paramLabel = "N", description = Warren.OFFSET) @Nullable
                    Integer portOffset) {
        if (guild != null && !guild.matches("[1-9]\\d{0,18}")) {
            return warren.refuse(
                    "--guild %s: allowed is the id of a server, such as 1170000000000000001".formatted(guild));
        }
        return warren.choose(portOffset)
                .map(stack -> new LedgerReports(screen).run(stack, guild == null ? "" : "?guild=" + guild))
                .orElse(1);
    }
}
