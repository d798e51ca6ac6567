package dev.warren.memory.reminders;

import dev.warren.runtime.commands.CustomId;

/** Numbers in custom ids. */
final class Ids {
    private Ids() {}

    static long number(CustomId id, int place) {
        return id.argument(place)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("customId must have a number at " + place + ": " + id));
    }
}
