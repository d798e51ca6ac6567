package dev.warren.schemas.ids;

import java.time.Instant;

/**
 * Discord's id: 42 bits of milliseconds since 2015-01-01T00:00:00Z, then 22 bits of worker, process and increment.
 * Source: Discord's API reference, "Snowflakes".
 */
public sealed interface Snowflake permits ApplicationId, ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId {
    /** Milliseconds between the Unix epoch and Discord's. */
    long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;

    /** The id itself, positive. */
    long value();

    /** When Discord made this id, to the millisecond. */
    default Instant createdAt() {
        return Instant.ofEpochMilli((value() >>> 22) + DISCORD_EPOCH_MILLIS);
    }

    /** Refuses what is not positive. */
    static void check(String field, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(field + " must be positive: " + value);
        }
    }

    /** Reads decimal text: digits alone, without sign or leading zeros, so that one id has one text. */
    static long parse(String field, String text) {
        if (!text.isEmpty() && text.charAt(0) != '0' && isDigits(text)) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(field + " must fit into 63 bits: " + text, e);
            }
        }
        throw new IllegalArgumentException(field + " must be a decimal snowflake: " + text);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
