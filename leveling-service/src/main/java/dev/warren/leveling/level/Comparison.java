package dev.warren.leveling.level;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;

/**
 * A comparison of a guild's levels and rewards with the roles that members hold, under way.
 *
 * @param dueAt since when it was due, which tells it from any other of that guild
 * @param cursor the member who was asked for last; 0 at the begin
 * @param members who were asked for
 */
record Comparison(GuildId guild, Instant dueAt, long cursor, int members, int granted, int withdrawn, int corrected) {
    static final String OURS = "reward-check:";

    /** The id of the look-up of a member. */
    EventId lookUp(UserId member) {
        return EventId.of(OURS + guild + "/" + member + "@" + dueAt.toEpochMilli());
    }

    EventId id() {
        return EventId.of("rewards-compared:" + guild + "@" + dueAt.toEpochMilli());
    }

    /** What came of one that is over. */
    record Report(Instant at, int members, int granted, int withdrawn, int refused, int corrected) {}
}
