package dev.warren.leveling.administration;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/**
 * A member of an import.
 *
 * @param name where the file says one
 * @param xp 0 to {@link Adjustments#MOST}
 */
record Given(UserId member, Optional<String> name, long xp) {
    Given {
        requireNonNull(member, "member");
        requireNonNull(name, "name");
        if (xp < 0 || xp > Adjustments.MOST) {
            throw new IllegalArgumentException("xp must be 0 to " + Adjustments.MOST + ": " + xp);
        }
    }
}
