package dev.warren.leveling.activity;

import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import java.time.Instant;

/** Hours since 1970-01-01T00:00:00Z. */
final class Hour {
    private static final long MILLIS = 3_600_000;

    private Hour() {}

    static int of(Instant moment) {
        return (int) Math.floorDiv(moment.toEpochMilli(), MILLIS);
    }

    /** The hour in which Discord made a message. */
    static int of(MessageId message) {
        return (int) (((message.value() >> 22) + Snowflake.DISCORD_EPOCH_MILLIS) / MILLIS);
    }

    static Instant begin(int hour) {
        return Instant.ofEpochMilli(hour * MILLIS);
    }
}
