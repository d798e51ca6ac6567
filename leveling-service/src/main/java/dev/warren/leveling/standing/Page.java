package dev.warren.leveling.standing;

import java.util.List;
import java.util.Optional;

/**
 * A page of a guild's leaderboard.
 *
 * @param number counted from 0; the last one where more was asked for
 * @param pages how many there are; 0 when nobody has XP
 * @param members how many have XP
 * @param standings those on this page, in order
 * @param caller where the one who asks stands; none without XP
 */
public record Page(int number, int pages, long members, List<Standing> standings, Optional<Standing> caller) {
    public Page {
        standings = List.copyOf(standings);
        if (number < 0 || number >= Math.max(1, pages)) {
            throw new IllegalArgumentException("number must be 0 to " + (pages - 1) + ": " + number);
        }
    }
}
