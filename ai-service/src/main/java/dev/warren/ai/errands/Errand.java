package dev.warren.ai.errands;

import dev.warren.ai.work.Job;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.discord.Origin;
import java.util.Map;

/**
 * What a member asked for, as whoever does it gets it.
 *
 * @param arguments by name
 * @param settings as they held when it was asked
 */
public record Errand(Job job, Origin origin, Map<String, String> arguments, GuildSettings settings) {
    public Errand {
        arguments = Map.copyOf(arguments);
    }

    /** @throws IllegalStateException when it was not noted */
    public String argument(String name) {
        var value = arguments.get(name);
        if (value == null) {
            throw new IllegalStateException("an argument must have been noted: " + name);
        }
        return value;
    }
}
