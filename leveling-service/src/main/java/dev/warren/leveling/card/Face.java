package dev.warren.leveling.card;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/**
 * All that a card shows. Equal faces have the same card, so a card changes exactly when its face does.
 *
 * @param avatar hash for Discord's CDN; none for initials
 * @param place from 1; none for a member who stands in no list
 * @param into XP since the level was reached, not negative
 * @param takes XP from this level to the next, at least 1
 * @param xp in all
 */
public record Face(
        UserId member,
        String name,
        Optional<String> avatar,
        Optional<Long> place,
        int level,
        long into,
        long takes,
        long xp,
        Theme theme) {
    public Face {
        requireNonNull(member, "member");
        requireNonNull(name, "name");
        requireNonNull(theme, "theme");
        if (level < 0) {
            throw new IllegalArgumentException("level must not be negative: " + level);
        }
        if (into < 0) {
            throw new IllegalArgumentException("into must not be negative: " + into);
        }
        if (takes < 1) {
            throw new IllegalArgumentException("takes must be at least 1: " + takes);
        }
    }

    /** How much of the level is done: 0 to 1, and 1 only where nobody rises further. */
    double progress() {
        return Math.min(1.0, (double) into / takes);
    }

    /** XP to the next level; none beyond the highest. */
    long left() {
        return Math.max(0, takes - into);
    }
}
