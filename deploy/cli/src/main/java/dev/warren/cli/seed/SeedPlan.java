package dev.warren.cli.seed;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which life is to be made up. The same plan means the same life to the letter, and a plan with another end the same days where both
 * have them.
 *
 * @param guild whose life
 * @param seed any word; another one is another life
 * @param members how many people the life is about, 2 to 500
 * @param days how far it goes back, 1 to 90
 * @param until when it ends
 */
public record SeedPlan(GuildId guild, String seed, int members, int days, Instant until) {
    public static final int LEAST_MEMBERS = 2;
    public static final int MOST_MEMBERS = 500;
    public static final int LEAST_DAYS = 1;
    public static final int MOST_DAYS = 90;
    public static final int MOST_SEED = 64;

    public SeedPlan {
        requireNonNull(guild, "guild");
        requireNonNull(until, "until");
        if (seed.isBlank() || seed.length() > MOST_SEED) {
            throw new IllegalArgumentException("seed must have 1 to " + MOST_SEED + " characters: " + seed);
        }
        within("members", members, LEAST_MEMBERS, MOST_MEMBERS);
        within("days", days, LEAST_DAYS, MOST_DAYS);
    }

    /** The days of this life at Greenwich, the last one perhaps in part. */
    Stream<LocalDate> calendar() {
        return until.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(days)
                .datesUntil(lastDay().plusDays(1));
    }

    LocalDate lastDay() {
        return until.atZone(ZoneOffset.UTC).toLocalDate();
    }

    List<Person> people() {
        return People.of(seed, members);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be %d to %d: %d".formatted(field, least, most, value));
        }
    }
}
