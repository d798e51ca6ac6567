package dev.warren.economy.earning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A member's claims of the daily coins.
 *
 * @param claimedAt when they last did
 * @param streak days in a row, with that claim; 0 before the first
 */
record Daily(Optional<Instant> claimedAt, int streak) {
    static final Duration PAUSE = Duration.ofHours(24);
    static final Daily NEVER = new Daily(Optional.empty(), 0);

    Daily {
        if (streak < 0) {
            throw new IllegalArgumentException("streak must not be negative: " + streak);
        }
    }

    /** What comes of a claim. */
    sealed interface Claim {
        /** It is granted, and this holds from now on. */
        record Granted(Daily after) implements Claim {}

        /** It is too early. */
        record TooEarly(Instant opensAt) implements Claim {}
    }

    /**
     * Claims. It opens 24 hours after the last claim; the streak goes on when that is used on the calendar day on which it opened, or on
     * the next.
     */
    Claim claim(Instant now, ZoneId zone) {
        if (claimedAt.isEmpty()) {
            return new Claim.Granted(new Daily(Optional.of(now), 1));
        }
        var opensAt = claimedAt.get().plus(PAUSE);
        if (now.isBefore(opensAt)) {
            return new Claim.TooEarly(opensAt);
        }
        var lastDay = opensAt.atZone(zone).toLocalDate().plusDays(1);
        var goesOn = !now.atZone(zone).toLocalDate().isAfter(lastDay);
        return new Claim.Granted(new Daily(Optional.of(now), goesOn ? streak + 1 : 1));
    }
}
