package dev.warren.gateway.sessions;

import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.Snowflake;
import java.time.Duration;
import java.time.Instant;

/** Points in time as Discord's ids have them. */
final class Snowflakes {
    private static final int TIME_SHIFT = 22;
    private static final long FIRST = 1;

    private Snowflakes() {}

    /** The least id that Discord could give at this time. */
    static MessageId at(Instant time) {
        return new MessageId(Math.max(FIRST, (time.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS) << TIME_SHIFT));
    }

    /** An id so much older. */
    static MessageId before(MessageId id, Duration time) {
        return new MessageId(Math.max(FIRST, id.value() - (time.toMillis() << TIME_SHIFT)));
    }

    /** The id just before. */
    static MessageId before(MessageId id) {
        return new MessageId(Math.max(FIRST, id.value() - 1));
    }

    static MessageId newer(MessageId one, MessageId other) {
        return one.value() >= other.value() ? one : other;
    }

    static MessageId older(MessageId one, MessageId other) {
        return one.value() <= other.value() ? one : other;
    }
}
