package dev.warren.leveling.rules;

import java.util.Optional;

/**
 * What XP grows with, besides the draw.
 *
 * @param length of the message, in characters
 * @param pause since the member's last message, in seconds; the first message has the longest
 * @param level that the member's earlier messages alone make
 */
public record Growths(Optional<Growth> length, Optional<Growth> pause, Optional<Growth> level) {
    public static final Growths NONE = new Growths(Optional.empty(), Optional.empty(), Optional.empty());

    boolean looksBack() {
        return pause.isPresent() || level.isPresent();
    }
}
