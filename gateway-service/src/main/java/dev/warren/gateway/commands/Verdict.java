package dev.warren.gateway.commands;

import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import java.util.Map;

/** What comes of something that was meant as a command. */
public sealed interface Verdict {
    /** It is one, checked and converted. */
    record Invoke(CommandInvoked command) implements Verdict {}

    /**
     * It cannot be, and the member is told why.
     *
     * @param reason a constant for the decision record
     * @param text what the member reads
     * @param details ids, names of commands and options; never what the member wrote
     */
    record Refuse(String reason, String text, Map<String, String> details) implements Verdict {
        public Refuse {
            details = Map.copyOf(details);
        }
    }

    /**
     * It cannot be, and nothing is said.
     *
     * @param reason a constant for the decision record
     */
    record Pass(String reason, Map<String, String> details) implements Verdict {
        public Pass {
            details = Map.copyOf(details);
        }
    }
}
