package dev.warren.runtime.membertoken;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/**
 * For whom a token acts.
 *
 * @param user the one member
 * @param guild where; none in direct messages
 * @param cause the event because of which it was issued: what is done with the token derives its ids from there, so that an event that
 *     comes again does nothing twice
 */
public record MemberClaim(UserId user, Optional<GuildId> guild, EventId cause) {
    /** The most characters of a cause's id, since ids are derived from it. */
    public static final int LONGEST_CAUSE = 160;

    public MemberClaim {
        if (cause.value().length() > LONGEST_CAUSE) {
            throw new IllegalArgumentException("cause must have at most " + LONGEST_CAUSE + " characters: "
                    + cause.value().length());
        }
    }
}
