package dev.warren.memory.reminders.phrases;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Units of time in both languages. */
enum Unit {
    SECOND(ChronoUnit.SECONDS, "", "s sec secs second seconds sek sekunde sekunden"),
    MINUTE(ChronoUnit.MINUTES, "", "m min mins minute minutes minuten"),
    HOUR(ChronoUnit.HOURS, "HOURLY", "h hr hrs hour hours std stunde stunden"),
    DAY(ChronoUnit.DAYS, "DAILY", "d day days tag tage tagen"),
    WEEK(ChronoUnit.WEEKS, "WEEKLY", "w wk wks week weeks woche wochen"),
    MONTH(ChronoUnit.MONTHS, "MONTHLY", "month months monat monate monaten monats"),
    YEAR(ChronoUnit.YEARS, "YEARLY", "y yr year years jahr jahre jahren");

    private static final Map<String, Unit> BY_WORD = new HashMap<>();

    static {
        for (var unit : values()) {
            for (var word : unit.words.split(" ")) {
                BY_WORD.put(word, unit);
            }
        }
    }

    private final ChronoUnit length;
    private final String frequency;
    private final String words;

    Unit(ChronoUnit length, String frequency, String words) {
        this.length = length;
        this.frequency = frequency;
        this.words = words;
    }

    static Optional<Unit> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    ChronoUnit length() {
        return length;
    }

    /** RFC 5545's FREQ; none for what nobody is reminded of so often. */
    Optional<String> frequency() {
        return Optional.of(frequency).filter(name -> !name.isEmpty());
    }

    /** Whether it is counted on the clock, whatever the calendar does. */
    boolean isExact() {
        return length.compareTo(ChronoUnit.DAYS) < 0;
    }
}
