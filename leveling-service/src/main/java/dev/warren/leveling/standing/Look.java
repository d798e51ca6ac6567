package dev.warren.leveling.standing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a member wants to be shown.
 *
 * @param hidden whether they stand in no list, and others are not told their rank
 * @param theme of their card; none for the guild's
 */
public record Look(boolean hidden, Optional<String> theme) {
    /** Of members who never chose. */
    public static final Look USUAL = new Look(false, Optional.empty());

    public Look {
        requireNonNull(theme, "theme");
    }
}
