package dev.warren.leveling.level;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A member whose XP make more than the level that was told last.
 *
 * @param level it is now
 * @param previous that was told last
 * @param channel where they wrote last; none for one who never did
 * @param cause what made it so, as far as is known: the last message, or what gave XP after it
 * @param causedAt when that was
 */
record Rise(
        GuildId guild,
        UserId member,
        String name,
        int level,
        int previous,
        long xp,
        Optional<ChannelId> channel,
        EventId cause,
        Instant causedAt) {
    /** The id of what follows, the same however often it is told. */
    EventId id() {
        return cause.derive("level-reached:" + level);
    }

    /** Whether one of the levels that were reached is to be announced. */
    boolean reachesEvery(int nth) {
        return level / nth > previous / nth;
    }
}
