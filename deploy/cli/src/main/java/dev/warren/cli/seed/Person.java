package dev.warren.cli.seed;

import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Somebody who may be a member. Whether they are on a day follows from the calendar alone, so that it does not matter when it is asked.
 *
 * @param id the same wherever the name is used
 * @param home their time zone
 * @param talk how many messages they write on a usual day
 * @param shift how many hours later than others they live
 * @param cycle days after which they join anew; 0 for those who never leave
 * @param away how many of the cycle's last days they are gone
 * @param phase where in the cycle the epoch's first day fell
 */
record Person(UserId id, String name, ZoneOffset home, double talk, int shift, int cycle, int away, int phase) {
    private static final LocalTime ARRIVAL = LocalTime.of(5, 0);
    private static final LocalDate OPENING = LocalDate.of(2024, 3, 1);
    /** When people of all ages of accounts made theirs: some years from 2017 on. */
    private static final Instant FIRST_ACCOUNTS = Instant.parse("2017-01-01T00:00:00Z");

    private static final long ACCOUNT_YEARS_MILLIS = Duration.ofDays(7 * 365L).toMillis();
    /** How lively people are in each hour of their day: asleep at night, most awake in the evening. */
    private static final double[] LIVELINESS = {
        .25, .1, .05, .02, .02, .03, .1, .3, .45, .5, .5, .55, .7, .6, .5, .55, .6, .7, .85, 1, 1.1, 1.1, .9, .55
    };

    /** The id of whoever bears this name. */
    static UserId idOf(String name) {
        long hash = Dice.hash("user", name);
        long millis = FIRST_ACCOUNTS.toEpochMilli() - Snowflake.DISCORD_EPOCH_MILLIS;
        return new UserId((millis + Math.floorMod(hash >>> 22, ACCOUNT_YEARS_MILLIS)) << 22 | hash & 0x3FFFFF);
    }

    /** Whether they are a member for the whole day, but for its first hours when they join. */
    boolean isMember(LocalDate day) {
        return cycle == 0 || dayOfCycle(day) < cycle - away;
    }

    boolean joinsOn(LocalDate day) {
        return cycle != 0 && dayOfCycle(day) == 0;
    }

    /** Whether they leave in the first hours of the day. */
    boolean leavesOn(LocalDate day) {
        return cycle != 0 && dayOfCycle(day) == cycle - away;
    }

    /** When they join or leave on a day when they do: before anybody is awake enough to miss them. */
    Instant comesOrGoes(LocalDate day) {
        return day.atTime(ARRIVAL).toInstant(ZoneOffset.UTC).plusMillis(Math.floorMod(id.value(), 3_600_000L));
    }

    /** When they joined, seen from a day on which they are a member. */
    Instant joinedAt(LocalDate day) {
        return comesOrGoes(
                cycle == 0 ? OPENING.plusDays(Math.floorMod(id.value(), 400)) : day.minusDays(dayOfCycle(day)));
    }

    /** How likely they are to be there in an hour of the day at Greenwich, beside others. */
    double liveliness(int hour, boolean weekend) {
        int local = Math.floorMod(hour + home.getTotalSeconds() / 3600 - shift - (weekend ? 1 : 0), 24);
        return LIVELINESS[local] * talk;
    }

    private int dayOfCycle(LocalDate day) {
        return Math.floorMod(day.toEpochDay() + phase, cycle);
    }
}
