package dev.warren.cli.seed;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.Snowflake;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Snowflakes for what happens on one day, in the order of asking: 42 bits of time as at Discord, 14 that tell lives and guilds apart, and
 * 8 that count within a millisecond.
 */
final class Numbers {
    private static final int COUNTED = 1 << 8;
    private static final int LIVES = 1 << 14;

    private final long life;
    private final Map<Long, Integer> used = new HashMap<>();

    Numbers(GuildId guild, String seed) {
        // never 0, as Discord's ids of a quiet millisecond are
        this.life = 1 + Math.floorMod(Dice.hash("life", guild, seed), LIVES - 1);
    }

    long at(Instant time) {
        long millis = time.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS;
        int count = used.merge(millis, 1, Integer::sum) - 1;
        if (count >= COUNTED) {
            throw new IllegalStateException("too much happens at " + time);
        }
        return (millis << 14 | life) << 8 | count;
    }
}
