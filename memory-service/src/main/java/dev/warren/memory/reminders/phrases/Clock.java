package dev.warren.memory.reminders.phrases;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of day as written, not yet checked.
 *
 * @param dial whether it may be before or after noon: {@code at 6}
 */
record Clock(int hour, int minute, boolean dial) {
    /** None when no clock shows it. */
    Optional<LocalTime> time() {
        try {
            return Optional.of(hour == 24 && minute == 0 ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same twelve hours later. */
    Clock afternoon() {
        return new Clock(hour < 12 ? hour + 12 : hour, minute, false);
    }

    Clock settled() {
        return new Clock(hour, minute, false);
    }

    /** With am or pm. */
    Clock half(boolean pm) {
        if (hour < 1 || hour > 12) {
            return new Clock(99, minute, false);
        }
        return new Clock(hour % 12 + (pm ? 12 : 0), minute, false);
    }
}
