package dev.warren.memory.reminders;

import dev.warren.memory.reminders.phrases.Resolver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** For how long a reminder may be put off. */
enum Snooze {
    QUARTER("15m", "15 min"),
    HOUR("1h", "1 h"),
    TOMORROW("1d", "Tomorrow");

    private final String id;
    private final String label;

    Snooze(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    static Optional<Snooze> of(String id) {
        return Arrays.stream(values()).filter(snooze -> snooze.id.equals(id)).findFirst();
    }

    /** Until when; tomorrow means the clock time at which the reminder was due. */
    Instant until(Instant now, Instant due, ZoneId zone) {
        return switch (this) {
            case QUARTER -> now.plus(Duration.ofMinutes(15));
            case HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW -> Resolver.tomorrow(due, now, zone);
        };
    }
}
