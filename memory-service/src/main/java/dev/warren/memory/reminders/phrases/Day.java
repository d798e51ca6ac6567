package dev.warren.memory.reminders.phrases;

import java.time.DayOfWeek;
import java.util.Optional;

/** Which day a phrase means. */
sealed interface Day {
    /** So many days from today; negative for the past. */
    record InDays(int days) implements Day {}

    /**
     * A weekday.
     *
     * @param weeks 0 for the next one to come, 1 for that of next week
     * @param notToday whether today is not meant, even when it is one
     */
    record OnWeekday(DayOfWeek weekday, int weeks, boolean notToday) implements Day {}

    /** A date; without a year the next one to come. */
    record OnDate(Optional<Integer> year, int month, int day) implements Day {}

    /** The next such day of a month. */
    record OnDayOfMonth(int day) implements Day {}

    /** The same day a week, month or year later. */
    record Later(Unit unit) implements Day {}

    /** A date of which nobody knows whether day or month comes first. */
    record Unclear(String written) implements Day {}
}
