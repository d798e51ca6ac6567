package dev.warren.memory.community.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.memory.community.Texts;
import dev.warren.memory.community.Typed;
import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.memory.community.calendar.IcsProperties.Property;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/**
 * Reads the events to come from an iCalendar file (RFC 5545). Texts that are too long are cut; what cannot be taken is counted by its
 * reason. Parsing takes processor time: not for an event loop.
 *
 * @param most events in the file
 * @param furthest how far ahead one may begin
 * @param longest how long one may last
 */
record IcsFile(int most, Duration furthest, Duration longest) {
    private static final String FILE = "file";
    private static final String BEGIN = "BEGIN:VCALENDAR";
    private static final int SHOWN = 30;

    /** What stands in it. */
    sealed interface Read {
        /**
         * Events to come, in the order of the file.
         *
         * @param leftOut how many could not be taken, by the reason as members read it
         */
        record Entries(List<Entry> entries, Map<String, Integer> leftOut) implements Read {
            public Entries {
                entries = List.copyOf(entries);
                leftOut = Map.copyOf(leftOut);
            }
        }

        /** It is no such file. */
        record Wrong(Typed.Wrong why) implements Read {}
    }

    /** @param zone by which times are meant that name none */
    Read read(byte[] bytes, ZoneId zone, Instant now) {
        var decoded = new String(bytes, UTF_8);
        var text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        if (!text.stripLeading().regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
            return wrong("be an iCalendar file, which begins with " + BEGIN, Texts.shortened(text.strip(), SHOWN));
        }
        var properties = new IcsProperties(most);
        try (var unfolded = new UnfoldingReader(new StringReader(text.stripLeading()), true)) {
            new CalendarParserImpl().parse(unfolded, properties);
        } catch (ParserException e) {
            return e.getCause() instanceof IcsProperties.TooMany
                    ? wrong("have at most " + most + " events", "more")
                    : wrong("be an iCalendar file (RFC 5545)", "one that is broken in line " + e.getLineNo());
        } catch (IOException | RuntimeException e) {
            return wrong("be an iCalendar file (RFC 5545)", "one that I cannot read");
        }
        return entries(properties.events(), new IcsTimes(zone), now);
    }

    private static Read wrong(String rule, String value) {
        return new Read.Wrong(new Typed.Wrong(FILE, rule, value));
    }

    private Read entries(List<Map<String, Property>> events, IcsTimes times, Instant now) {
        var entries = new ArrayList<Entry>();
        var leftOut = new TreeMap<String, Integer>();
        var known = new HashSet<String>();
        for (var event : events) {
            switch (entry(event, times, now)) {
                case Taken.Fine(var entry) when known.add(entry.uid()) -> entries.add(entry);
                case Taken.Fine _ -> leftOut.merge("another time of one of them", 1, Integer::sum);
                case Taken.Not(var why) -> leftOut.merge(why, 1, Integer::sum);
            }
        }
        return new Read.Entries(entries, leftOut);
    }

    private sealed interface Taken {
        record Fine(Entry entry) implements Taken {}

        record Not(String why) implements Taken {}
    }

    private Taken entry(Map<String, Property> event, IcsTimes times, Instant now) {
        if (text(event, "STATUS").equalsIgnoreCase("CANCELLED")) {
            return new Taken.Not("cancelled");
        }
        var title = text(event, "SUMMARY");
        if (!(Texts.line("title", title, Integer.MAX_VALUE) instanceof Typed.Fine(var named))) {
            return new Taken.Not("without a title");
        }
        var start = Optional.ofNullable(event.get("DTSTART")).flatMap(times::read);
        var end = start.flatMap(it ->
                times.end(it, Optional.ofNullable(event.get("DTEND")), Optional.ofNullable(event.get("DURATION"))));
        if (start.isEmpty() || end.isEmpty()) {
            return new Taken.Not("of which I cannot read the time or its zone");
        }
        var lasts = Duration.between(start.get().instant(), end.get());
        if (lasts.isNegative() || lasts.compareTo(longest) > 0) {
            return new Taken.Not("that last longer than " + longest.toDays() + " days, or end before they begin");
        }
        var first = start.get().instant();
        var begins = first.isAfter(now)
                ? Optional.of(first)
                : Optional.ofNullable(event.get("RRULE"))
                        .flatMap(rule -> IcsTimes.next(rule.value(), start.get(), now));
        if (begins.isEmpty()) {
            return new Taken.Not("that have begun already");
        }
        return begins.get().isAfter(now.plus(furthest))
                ? new Taken.Not("more than " + furthest.toDays() + " days ahead")
                : new Taken.Fine(new Entry(
                        uid(event, named, begins.get()),
                        Texts.shortened(named, Entry.LONGEST_TITLE),
                        paragraph(event, "DESCRIPTION", Entry.LONGEST_ABOUT),
                        Texts.shortened(paragraph(event, "LOCATION", Entry.LONGEST_PLACE), Entry.LONGEST_PLACE),
                        begins.get(),
                        begins.get().plus(lasts)));
    }

    private static String uid(Map<String, Property> event, String title, Instant begins) {
        var uid = text(event, "UID");
        var own = uid.isEmpty() ? title + "@" + begins : uid;
        return own.length() <= Entry.LONGEST_UID ? own : own.substring(0, Entry.LONGEST_UID);
    }

    private static String text(Map<String, Property> event, String name) {
        return Optional.ofNullable(event.get(name))
                .map(Property::text)
                .orElse("")
                .strip();
    }

    private static String paragraph(Map<String, Property> event, String name, int longest) {
        var read = Texts.paragraph(name, text(event, name), Integer.MAX_VALUE);
        var text = read instanceof Typed.Fine(var value) ? value : "";
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
