package dev.warren.leveling.standing;

import static java.util.Objects.requireNonNull;

import dev.warren.leveling.rules.Curve;
import dev.warren.schemas.ids.UserId;

/**
 * Where a member stands in a guild.
 *
 * @param place counted from 1 among those who are not hidden; of members with the same XP the one with the smaller id comes first
 * @param name as last seen
 * @param xp in all; more than 0
 * @param look how the member wants to be shown
 * @param curve by which XP make levels
 */
public record Standing(long place, UserId member, String name, long xp, Look look, Curve curve) {
    /** By the curve of guilds that chose no other. */
    public Standing(long place, UserId member, String name, long xp, Look look) {
        this(place, member, name, xp, look, Curve.MEE6);
    }

    /** Of a member who never chose a look. */
    public Standing(long place, UserId member, String name, long xp) {
        this(place, member, name, xp, Look.USUAL);
    }

    public Standing {
        requireNonNull(look, "look");
        requireNonNull(curve, "curve");
        requireNonNull(member, "member");
        requireNonNull(name, "name");
        if (place < 1) {
            throw new IllegalArgumentException("place must be at least 1: " + place);
        }
        if (xp < 1) {
            throw new IllegalArgumentException("xp must be at least 1: " + xp);
        }
    }

    /** The same under another name. */
    public Standing called(String other) {
        return new Standing(place, member, other, xp, look, curve);
    }

    /** The same by another curve. */
    Standing by(Curve other) {
        return new Standing(place, member, name, xp, look, other);
    }

    public int level() {
        return curve.level(xp);
    }

    /** XP since the level was reached. */
    public long intoLevel() {
        return xp - curve.total(level());
    }

    /** XP from this level to the next. */
    public long levelTakes() {
        return curve.step(level());
    }
}
