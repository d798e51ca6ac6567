package dev.warren.memory.reminders.phrases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A part of the day, and what it means without a clock time. */
enum DayPart {
    MORNING(9, "morning mornings früh morgens vormittag vormittags"),
    NOON(12, "noon midday mittag mittags"),
    AFTERNOON(15, "afternoon afternoons nachmittag nachmittags"),
    EVENING(18, "evening evenings abend abends"),
    NIGHT(20, "night nacht nachts"),
    MIDNIGHT(24, "midnight mitternacht");

    private static final Map<String, DayPart> BY_WORD = new HashMap<>();

    static {
        for (var part : values()) {
            for (var word : part.words.split(" ")) {
                BY_WORD.put(word, part);
            }
        }
    }

    private final int hour;
    private final String words;

    DayPart(int hour, String words) {
        this.hour = hour;
        this.words = words;
    }

    static Optional<DayPart> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** Its usual time. */
    Clock usual() {
        return new Clock(hour, 0, false);
    }

    /** A written time in this part: 7 in the evening is 19:00. */
    Clock narrow(Clock written) {
        return switch (this) {
            case MORNING -> written.settled();
            case NOON -> written.hour() < 6 ? written.afternoon() : written.settled();
            case AFTERNOON, EVENING -> written.hour() < 12 ? written.afternoon() : written.settled();
            // 1 to 4 at night is before dawn, 8 to 11 before midnight
            case NIGHT -> written.hour() > 4 && written.hour() < 12 ? written.afternoon() : written.settled();
            case MIDNIGHT -> written.settled();
        };
    }
}
