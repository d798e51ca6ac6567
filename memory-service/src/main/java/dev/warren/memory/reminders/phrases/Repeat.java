package dev.warren.memory.reminders.phrases;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often a phrase comes round, in the terms of RFC 5545.
 *
 * @param frequency FREQ, such as {@code WEEKLY}
 * @param interval INTERVAL, from 1
 * @param byDay BYDAY, such as {@code MO} or {@code 1MO}; empty for none
 * @param raw the whole rule, where it was written as one
 */
record Repeat(String frequency, int interval, List<String> byDay, Optional<Integer> byMonthDay, Optional<String> raw) {
    Repeat {
        byDay = List.copyOf(byDay);
    }

    static Repeat each(String frequency, int interval) {
        return new Repeat(frequency, interval, List.of(), Optional.empty(), Optional.empty());
    }

    static Repeat on(int interval, List<DayOfWeek> days) {
        return new Repeat(
                "WEEKLY", interval, days.stream().map(Repeat::code).toList(), Optional.empty(), Optional.empty());
    }

    /** The first to fourth such weekday of each month, or with -1 the last. */
    static Repeat onPlace(int place, DayOfWeek day) {
        return new Repeat("MONTHLY", 1, List.of(place + code(day)), Optional.empty(), Optional.empty());
    }

    static Repeat onMonthDay(int day) {
        return new Repeat("MONTHLY", 1, List.of(), Optional.of(day), Optional.empty());
    }

    static Repeat written(String rule) {
        return new Repeat("", 1, List.of(), Optional.empty(), Optional.of(rule));
    }

    /** The same on the day that stands beside it: each week on Monday. */
    Repeat with(Day day) {
        return switch (day) {
            case Day.OnWeekday on
            when frequency.equals("WEEKLY") && byDay.isEmpty() ->
                new Repeat(frequency, interval, List.of(code(on.weekday())), byMonthDay, raw);
            case Day.OnDayOfMonth on
            when frequency.equals("MONTHLY") -> new Repeat(frequency, interval, byDay, Optional.of(on.day()), raw);
            case Day.OnWeekday _, Day.OnDayOfMonth _, Day.OnDate _, Day.InDays _, Day.Later _, Day.Unclear _ -> this;
        };
    }

    /** The rule as RFC 5545 writes it. */
    String rule() {
        return raw.orElseGet(() -> "FREQ=" + frequency
                + (interval > 1 ? ";INTERVAL=" + interval : "")
                + (byDay.isEmpty() ? "" : ";BYDAY=" + byDay.stream().collect(Collectors.joining(",")))
                + byMonthDay.map(day -> ";BYMONTHDAY=" + day).orElse(""));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
