package dev.warren.leveling.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What statistics look back over, in whole steps of UTC that end now. */
enum Period {
    DAY("day", "the last 24 hours", 24, 1, "HH"),
    WEEK("week", "the last 7 days", 7, 24, "EEE d"),
    MONTH("month", "the last 30 days", 30, 24, "d MMM");

    private final String word;
    private final String says;
    private final int steps;
    private final int hours;
    private final DateTimeFormatter label;

    Period(String word, String says, int steps, int hours, String label) {
        this.word = word;
        this.says = says;
        this.steps = steps;
        this.hours = hours;
        this.label = DateTimeFormatter.ofPattern(label, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    String word() {
        return word;
    }

    /** Such as "the last 7 days". */
    String says() {
        return says;
    }

    static Optional<Period> of(String word) {
        return Arrays.stream(values())
                .filter(period -> period.word.equals(word))
                .findFirst();
    }

    int steps() {
        return steps;
    }

    /** Hours of one step. */
    int hours() {
        return hours;
    }

    /** The first hour; the last step is the one that is under way. */
    int from(Instant now) {
        int last = hours == 1
                ? Hour.of(now)
                : (int) LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay() * 24;
        return last - (steps - 1) * hours;
    }

    /** How a step is called. */
    String label(Instant now, int step) {
        return label.format(Hour.begin(from(now) + step * hours));
    }
}
