package dev.warren.ai.asking;

import dev.warren.runtime.settings.GuildSettings;
import java.util.Optional;

/** What a guild does not want to be asked or answered. */
public interface Censor {
    /** What the member reads whose prompt breaks a rule, with the rule's name; none when it breaks none. */
    Optional<String> prompt(GuildSettings held, String text);

    /** The same for an answer. */
    Optional<String> answer(GuildSettings held, String text);
}
