package dev.warren.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * An id at Discord. The upper 42 bits are milliseconds since 2015-01-01T00:00:00Z.
 *
 * @param value not negative
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">Snowflakes</a>
 */
public record Snowflake(long value) implements Comparable<Snowflake> {
    static final long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int MAX_DIGITS = 19;

    public Snowflake {
        if (value < 0) {
            throw new IllegalArgumentException("snowflake must not be negative: " + value);
        }
    }

    /** Reads decimal digits; empty for anything else. */
    public static Optional<Snowflake> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return Optional.empty();
            }
            value = value * 10 + digit;
        }
        return Optional.of(new Snowflake(value));
    }

    public Instant time() {
        return Instant.ofEpochMilli((value >>> 22) + DISCORD_EPOCH_MILLIS);
    }

    @Override
    public int compareTo(Snowflake other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
