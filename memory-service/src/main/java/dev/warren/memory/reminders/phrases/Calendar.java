package dev.warren.memory.reminders.phrases;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds the day that is meant. */
final class Calendar {
    /** The 31st comes again after two months at the latest, the 29th of February not within a year. */
    private static final int MONTHS = 3;

    private Calendar() {}

    /** The day from a date on, at its time. */
    static LocalDateTime on(Day day, LocalDate from, Times times, LocalDateTime now) {
        return switch (day) {
            case Day.InDays(var days) -> times.on(from.plusDays(days), now);
            case Day.OnWeekday on -> weekday(on, from, times, now);
            case Day.OnDate on -> date(on, from, times, now);
            case Day.OnDayOfMonth(var number) -> dayOfMonth(number, from, times, now);
            case Day.Later(var unit) -> times.on(from.plus(1, unit.length()), now);
            case Day.Unclear(var written) ->
                throw new NoSuchTime(
                        "unclear-date",
                        "`" + written + "` could have the day or the month first. Write it such as `2026-12-24`.");
        };
    }

    private static LocalDateTime weekday(Day.OnWeekday on, LocalDate from, Times times, LocalDateTime now) {
        if (on.weeks() > 0) {
            var monday = from.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return times.on(monday.with(TemporalAdjusters.nextOrSame(on.weekday())), now);
        }
        var nearest = times.on(from.with(TemporalAdjusters.nextOrSame(on.weekday())), now);
        boolean today = nearest.toLocalDate().equals(now.toLocalDate());
        return today && (on.notToday() || !nearest.isAfter(now)) ? nearest.plusWeeks(1) : nearest;
    }

    private static LocalDateTime date(Day.OnDate on, LocalDate from, Times times, LocalDateTime now) {
        if (on.year().isPresent()) {
            return times.on(
                    valid(on.year().get(), on.month(), on.day())
                            .orElseThrow(() -> impossible(on, on.year().get())),
                    now);
        }
        return first(
                        IntStream.rangeClosed(0, 1)
                                .mapToObj(later -> from.getYear() + later)
                                .toList(),
                        now,
                        year -> valid(year, on.month(), on.day()).map(date -> times.on(date, now)))
                .orElseThrow(() -> impossible(on, from.getYear() + 1));
    }

    private static LocalDateTime dayOfMonth(int number, LocalDate from, Times times, LocalDateTime now) {
        return first(
                        IntStream.rangeClosed(0, MONTHS)
                                .mapToObj(from.withDayOfMonth(1)::plusMonths)
                                .toList(),
                        now,
                        month -> valid(month.getYear(), month.getMonthValue(), number)
                                .map(date -> times.on(date, now)))
                .orElseThrow(() -> new NoSuchTime("impossible-date", "No month has a day " + number + "."));
    }

    private static <T> Optional<LocalDateTime> first(
            Iterable<T> candidates, LocalDateTime now, Function<T, Optional<LocalDateTime>> time) {
        for (var candidate : candidates) {
            var found = time.apply(candidate).filter(it -> it.isAfter(now));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> valid(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static NoSuchTime impossible(Day.OnDate on, int year) {
        var month = on.month() >= 1 && on.month() <= 12
                ? Month.of(on.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : "month " + on.month();
        return new NoSuchTime("impossible-date", "There is no " + on.day() + " " + month + " " + year + ".");
    }
}
