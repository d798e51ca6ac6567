package dev.warren.ai.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a time is said. */
public final class WorldClock {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("HH:mm 'on' EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private WorldClock() {}

    /** Such as {@code In Tokyo it is 21:15 on Friday, 20 November 2026 (UTC+09:00).} */
    public static String in(ZoneId zone, Instant now) {
        var there = now.atZone(zone);
        var id = zone.getId();
        var name = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        var offset = OFFSET.format(there);
        var shown = id.startsWith("UTC") ? "" : " (UTC" + offset + ")";
        return "In **%s** it is **%s**%s.".formatted(name, FORM.format(there), shown);
    }
}
