package dev.warren.economy.earning;

import java.time.Instant;

/**
 * Ten minutes of the clock, in UTC.
 *
 * @param sinceEpoch whole ten minutes since 1970-01-01T00:00:00Z
 */
record Tenth(int sinceEpoch) implements Comparable<Tenth> {
    private static final long SECONDS = 600;

    Tenth {
        if (sinceEpoch < 0) {
            throw new IllegalArgumentException("sinceEpoch must not be negative: " + sinceEpoch);
        }
    }

    static Tenth of(Instant time) {
        return new Tenth(Math.toIntExact(Math.floorDiv(time.getEpochSecond(), SECONDS)));
    }

    Instant begin() {
        return Instant.ofEpochSecond(sinceEpoch * SECONDS);
    }

    @Override
    public int compareTo(Tenth other) {
        return Integer.compare(sinceEpoch, other.sinceEpoch);
    }
}
