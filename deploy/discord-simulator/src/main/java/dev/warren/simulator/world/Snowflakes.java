package dev.warren.simulator.world;

import java.time.InstantSource;

/** Gives rising ids from a clock; when the clock stands still or goes back, ids still rise. Not thread-safe. */
public final class Snowflakes {
    private final InstantSource clock;
    private long last;

    public Snowflakes(InstantSource clock) {
        this.clock = clock;
    }

    public Snowflake next() {
        long now = (clock.millis() - Snowflake.DISCORD_EPOCH_MILLIS) << 22;
        last = Math.max(now, last + 1);
        return new Snowflake(last);
    }
}
