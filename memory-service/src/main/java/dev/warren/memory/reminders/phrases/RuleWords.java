package dev.warren.memory.reminders.phrases;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A rule of RFC 5545 in a few words; one that says more than words of this kind can is shown as it is. */
public final class RuleWords {
    private static final Map<String, String> UNITS =
            Map.of("HOURLY", "hour", "DAILY", "day", "WEEKLY", "week", "MONTHLY", "month", "YEARLY", "year");
    private static final Map<String, String> DAYS = Map.of(
            "MO",
            "Monday",
            "TU",
            "Tuesday",
            "WE",
            "Wednesday",
            "TH",
            "Thursday",
            "FR",
            "Friday",
            "SA",
            "Saturday",
            "SU",
            "Sunday");
    private static final Map<String, String> PLACES =
            Map.of("1", "first ", "2", "second ", "3", "third ", "4", "fourth ", "-1", "last ", "", "");

    private RuleWords() {}

    /** Such as {@code every 2 weeks on Monday, Friday}. */
    public static String of(String rule) {
        var parts = Arrays.stream(rule.split(";"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (one, _) -> one, TreeMap::new));
        var unit = UNITS.get(parts.remove("FREQ"));
        var interval = parts.remove("INTERVAL");
        var days = parts.remove("BYDAY");
        var monthDay = parts.remove("BYMONTHDAY");
        if (unit == null || !parts.isEmpty()) {
            return "by `" + rule + "`";
        }
        return "every " + (interval == null ? unit : interval + " " + unit + "s")
                + (days == null ? "" : " on " + days(days))
                + (monthDay == null ? "" : " on day " + monthDay.replace(",", ", "));
    }

    private static String days(String codes) {
        return Arrays.stream(codes.split(","))
                .map(code -> {
                    var day = code.substring(Math.max(0, code.length() - 2));
                    var place = code.substring(0, code.length() - day.length());
                    var placed = PLACES.get(place);
                    return placed == null
                            ? code
                            : (placed.isEmpty() ? "" : "the " + placed) + DAYS.getOrDefault(day, day);
                })
                .collect(Collectors.joining(", "));
    }
}
