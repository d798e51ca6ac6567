package dev.warren.leveling.experience;

import java.time.Instant;

/**
 * A calendar minute in UTC. Every zone in use today is whole minutes away from UTC, so it is a calendar minute everywhere.
 *
 * @param sinceEpoch whole minutes since 1970-01-01T00:00:00Z; not negative
 */
public record Minute(int sinceEpoch) implements Comparable<Minute> {
    private static final int SECONDS = 60;

    public Minute {
        if (sinceEpoch < 0) {
            throw new IllegalArgumentException("minute must not be negative: " + sinceEpoch);
        }
    }

    /**
     * The minute that a moment lies in.
     *
     * @throws IllegalArgumentException before 1970, or more than 4,000 years after it
     */
    public static Minute of(Instant moment) {
        long minutes = Math.floorDiv(moment.getEpochSecond(), SECONDS);
        if (minutes < 0 || minutes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("minute must lie between the years 1970 and 6053: " + moment);
        }
        return new Minute((int) minutes);
    }

    /** Its first moment. */
    public Instant begin() {
        return Instant.ofEpochSecond((long) sinceEpoch * SECONDS);
    }

    /** Its last millisecond. */
    Instant end() {
        return begin().plusMillis(SECONDS * 1_000L - 1);
    }

    @Override
    public int compareTo(Minute other) {
        return Integer.compare(sinceEpoch, other.sinceEpoch);
    }
}
