package dev.warren.memory.community.calendar;

import dev.warren.memory.community.calendar.IcsProperties.Property;
import dev.warren.memory.reminders.phrases.Recurrence;
import dev.warren.memory.reminders.phrases.Resolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;

/**
 * Reads the times of an event as RFC 5545 writes them (3.3.4, 3.3.5, 3.3.6).
 *
 * @param zone by which a time without a zone is meant
 */
record IcsTimes(ZoneId zone) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern LONG = Pattern.compile("P(\\d{1,4})W");
    private static final Pattern UNTIL = Pattern.compile("(?i)UNTIL=(\\d{8}T\\d{6})Z");
    /** The names that Windows gives zones, as ical4j knows them. */
    private static final Properties WINDOWS = windows();

    /**
     * A time by the clock of a place.
     *
     * @param day whether it is a whole day
     */
    record Local(LocalDateTime time, ZoneId zone, boolean day) {
        Instant instant() {
            return Resolver.instant(time, zone);
        }
    }

    /** None for what is no time, or is by a zone that nobody knows. */
    Optional<Local> read(Property property) {
        var text = property.value().strip();
        try {
            if (text.length() == 8) {
                return Optional.of(new Local(LocalDate.parse(text, DATE).atStartOfDay(), zone, true));
            }
            if (text.endsWith("Z")) {
                return Optional.of(new Local(
                        LocalDateTime.parse(text.substring(0, text.length() - 1), TIME), ZoneOffset.UTC, false));
            }
            var time = LocalDateTime.parse(text, TIME);
            var named = Optional.ofNullable(property.parameters().get("TZID"));
            return named.isEmpty()
                    ? Optional.of(new Local(time, zone, false))
                    : zone(named.get()).map(known -> new Local(time, known, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(WINDOWS.getProperty(name, name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The end that is said, by a time or a duration; else a whole day, or no time at all. None for what cannot be read. */
    Optional<Instant> end(Local start, Optional<Property> end, Optional<Property> duration) {
        if (end.isPresent()) {
            return read(end.get()).map(Local::instant);
        }
        if (duration.isPresent()) {
            return span(start, duration.get().value().strip());
        }
        return Optional.of(
                start.day() ? new Local(start.time().plusDays(1), start.zone(), true).instant() : start.instant());
    }

    private static Optional<Instant> span(Local start, String text) {
        try {
            var weeks = LONG.matcher(text);
            return Optional.of(
                    weeks.matches()
                            ? Resolver.instant(
                                    start.time().plus(Period.ofWeeks(Integer.parseInt(weeks.group(1)))), start.zone())
                            : start.instant().plus(Duration.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The next time of a series; none when it has come to its end, or its rule cannot be read. */
    static Optional<Instant> next(String rule, Local start, Instant now) {
        var local = UNTIL.matcher(rule)
                .replaceAll(found -> "UNTIL="
                        + TIME.format(LocalDateTime.parse(found.group(1), TIME)
                                .atOffset(ZoneOffset.UTC)
                                .atZoneSameInstant(start.zone())));
        try {
            return Recurrence.next(local, start.time(), start.zone(), now);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Properties windows() {
        var names = new Properties();
        try (var file = CalendarParserImpl.class.getResourceAsStream(
                "/net/fortuna/ical4j/transform/compliance/msTimezoneNames")) {
            if (file != null) {
                names.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the names of zones cannot be read", e);
        }
        return names;
    }
}
