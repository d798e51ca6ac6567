package dev.warren.leveling.standing;

import static java.util.Objects.requireNonNull;

import dev.warren.leveling.experience.LevelCurve;
import dev.warren.schemas.ids.UserId;

/**
 * Where a member stands in a guild.
 *
 * @param place counted from 1 among those who are not hidden; of members with the same XP the one with the smaller id comes first
 * @param name as last seen
 * @param xp in all; more than 0
 * @param look how the member wants to be shown
 */
public record Standing(long place, UserId member, String name, long xp, Look look) {
    /** Of a member who never chose a look. */
    public Standing(long place, UserId member, String name, long xp) {
        this(place, member, name, xp, Look.USUAL);
    }

    public Standing {
        requireNonNull(look, "look");
        requireNonNull(member, "member");
        requireNonNull(name, "name");
        if (place < 1) {
            throw new IllegalArgumentException("place must be at least 1: " + place);
        }
        if (xp < 1) {
            throw new IllegalArgumentException("xp must be at least 1: " + xp);
        }
    }

    public int level() {
        return LevelCurve.level(xp);
    }

    /** XP since the level was reached. */
    public long intoLevel() {
        return xp - LevelCurve.total(level());
    }

    /** XP from this level to the next. */
    public long levelTakes() {
        return LevelCurve.step(level());
    }
}
