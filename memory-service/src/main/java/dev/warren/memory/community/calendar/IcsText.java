package dev.warren.memory.community.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Events as an iCalendar file (RFC 5545), with all times in UTC, so that it needs no zones. */
final class IcsText {
    private static final String PRODUCT = "-//Warren//Calendar//EN";

    private IcsText() {}

    static byte[] of(List<Gathering> gatherings) {
        var events = gatherings.stream().<CalendarComponent>map(IcsText::event).toList();
        var calendar = new Calendar(
                new PropertyList(List.of(new ProdId(PRODUCT), ImmutableVersion.VERSION_2_0)),
                new ComponentList<>(events));
        var bytes = new ByteArrayOutputStream();
        try (bytes) {
            new CalendarOutputter(false).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static VEvent event(Gathering it) {
        var entry = it.entry();
        var properties = new ArrayList<Property>(List.of(
                new Uid(entry.uid()),
                new DtStamp(it.madeAt()),
                new DtStart<>(entry.startsAt()),
                new DtEnd<>(entry.endsAt()),
                new Summary(entry.title())));
        if (!entry.about().isEmpty()) {
            properties.add(new Description(entry.about()));
        }
        if (!entry.place().isEmpty()) {
            properties.add(new Location(entry.place()));
        }
        return new VEvent(new PropertyList(properties));
    }
}
